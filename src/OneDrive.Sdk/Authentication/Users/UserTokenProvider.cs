namespace OneDrive.Sdk.Authentication;

/// <summary>
/// The token provider of one user. It reads the current sign-in for each request, so it stays valid when the user signs out and in again.
/// </summary>
internal sealed class UserTokenProvider(UserTokenManager users, OneDriveCloud cloud, string key) : IAccessTokenProvider, ICloudBound
{
    public OneDriveCloud Cloud { get; } = cloud;

    public string PrincipalKey { get; } = users.PrincipalKeyOf(key);

    public ValueTask<AccessToken> GetTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken) =>
        users.GetTokenAsync(key, request, cancellationToken);
}
