namespace OneDrive.Sdk.Authentication;

/// <summary>The tokens of one person, asked of the flow each time: who signs out and in again keeps the same provider.</summary>
internal sealed class UserTokenProvider(UserSignIns users, OneDriveCloud cloud, string key) : IAccessTokenProvider, ICloudBound
{
    public OneDriveCloud Cloud { get; } = cloud;

    public string PrincipalKey { get; } = users.PrincipalKeyOf(key);

    public ValueTask<AccessToken> GetTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken) =>
        users.GetTokenAsync(key, request, cancellationToken);
}
