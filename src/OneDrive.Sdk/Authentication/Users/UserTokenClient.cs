namespace OneDrive.Sdk.Authentication;

/// <summary>The token requests of a user sign-in: redeem an authorization code, refresh, and read the identity token.</summary>
internal sealed class UserTokenClient(UserSettings settings, TokenClient client, OpenIdProvider openId, TimeProvider timeProvider)
    : IUserTokenClient
{
    public DateTimeOffset Now => timeProvider.GetUtcNow();

    /// <summary>Redeems the authorization code. A code can be redeemed once, so the request is never repeated.</summary>
    internal async Task<TokenSet> RedeemAsync(AuthorizationSession session, string code, CancellationToken cancellationToken)
    {
        var grant = new TokenRequest(
            await ContextAsync("User sign-in", cancellationToken).ConfigureAwait(false),
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", session.RedirectUri),
            ("code_verifier", session.CodeVerifier),
            ("scope", string.Join(' ', session.Scopes)))
        {
            Claims = ClaimsRequest.Create(null, settings.CanHandleClaims),
            IsRepeatable = false,
        };
        return await client.RequestAsync(grant, cancellationToken).ConfigureAwait(false);
    }

    public async Task<TokenSet> RefreshAsync(TokenStoreEntry entry, AccessTokenRequest request, CancellationToken cancellationToken)
    {
        var scopes = UserScopes.For(request, settings);
        var grant = new TokenRequest(
            await ContextAsync("Refresh of a user sign-in", cancellationToken).ConfigureAwait(false),
            ("grant_type", "refresh_token"),
            ("refresh_token", entry.RefreshToken),
            ("scope", string.Join(' ', scopes)))
        {
            Claims = ClaimsRequest.Create(request.Claims, settings.CanHandleClaims),
            CompletesWhenCancelled = true,
        };
        return await client.RequestAsync(grant, cancellationToken).ConfigureAwait(false);
    }

    public async Task<UserAccount?> IdentifyAsync(TokenSet granted, string? nonce, CancellationToken cancellationToken) =>
        granted.IdToken is { Length: > 0 } idToken && OpenIdScopes.HaveIdentity(settings.Scopes)
            ? await openId.ValidateAsync(idToken, nonce, client.ClockSkew, cancellationToken).ConfigureAwait(false)
            : null;

    private async ValueTask<SignInContext> ContextAsync(string operation, CancellationToken cancellationToken)
    {
        var authority = await openId.ResolveAsync(cancellationToken).ConfigureAwait(false);
        return settings.Context(operation) with { Authority = authority };
    }
}
