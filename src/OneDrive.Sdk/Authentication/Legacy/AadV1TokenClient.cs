namespace OneDrive.Sdk.Authentication;

/// <summary>
/// The token requests of Azure AD v1. Its refresh tokens are valid for every resource, and each response contains the replacement of the
/// last token.
/// </summary>
internal sealed class AadV1TokenClient(UserSettings settings, string redirectUri, TokenClient client, TimeProvider timeProvider)
    : IUserTokenClient
{
    public DateTimeOffset Now => timeProvider.GetUtcNow();

    /// <summary>Redeems the authorization code. A code can be redeemed once, so the request is never repeated.</summary>
    internal Task<TokenSet> RedeemAsync(AuthorizationSession session, string code, string resource, CancellationToken cancellationToken) =>
        client.RequestAsync(
            new TokenRequest(
                settings.Context("User sign-in (v1)"),
                ("redirect_uri", redirectUri),
                ("grant_type", "authorization_code"),
                ("code", code),
                ("code_verifier", session.CodeVerifier),
                ("resource", resource))
            {
                IsRepeatable = false,
            },
            cancellationToken);

    public Task<TokenSet> RefreshAsync(TokenStoreEntry entry, AccessTokenRequest request, CancellationToken cancellationToken) =>
        client.RequestAsync(
            new TokenRequest(
                settings.Context("Refresh of a user sign-in (v1)"),
                ("redirect_uri", redirectUri),
                ("grant_type", "refresh_token"),
                ("refresh_token", entry.RefreshToken),
                ("resource", request.Resource.OriginalString))
            {
                CompletesWhenCancelled = true,
            },
            cancellationToken);

    // Identity tokens of v1 are not signed, so they do not identify the user.
    public Task<UserAccount?> IdentifyAsync(TokenSet granted, string? nonce, CancellationToken cancellationToken) =>
        Task.FromResult<UserAccount?>(null);
}
