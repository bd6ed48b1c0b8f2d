namespace OneDrive.Sdk.Authentication;

/// <summary>The tokens of one user who called an API.</summary>
internal sealed class OnBehalfOfUser(OnBehalfOfCache cache, OneDriveCloud cloud, string userAssertion) : IAccessTokenProvider, ICloudBound
{
    public OneDriveCloud Cloud { get; } = cloud;

    public string PrincipalKey { get; } = OnBehalfOfPrincipal.KeyOf(userAssertion);

    public ValueTask<AccessToken> GetTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken) =>
        cache.GetTokenAsync(userAssertion, request, cancellationToken);
}
