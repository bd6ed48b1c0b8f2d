namespace OneDrive.Sdk.Authentication;

/// <summary>The tokens of one person, asked of the flow each time: who signs out and in again keeps the same provider.</summary>
internal sealed class UserTokenProvider(AuthorizationCodeFlow flow, string key) : IAccessTokenProvider, ICloudBound
{
    public OneDriveCloud Cloud => flow.Cloud;

    public ValueTask<AccessToken> GetTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken) =>
        flow.GetTokenAsync(key, request, cancellationToken);
}
