
namespace OneDrive.Sdk.Authentication;

/// <summary>The two token requests of a user sign-in.</summary>
internal sealed class UserTokenClient(
    UserSettings settings, TokenClient endpoint, IClientCredential? credential, OpenIdProvider openId, TimeProvider timeProvider)
    : IUserTokenClient
{
    public DateTimeOffset Now => timeProvider.GetUtcNow();

    /// <summary>Redeems the authorization code. A code can be redeemed once, so the request is never repeated.</summary>
    internal async Task<TokenSet> RedeemAsync(AuthorizationSession session, string code, CancellationToken cancellationToken)
    {
        var context = await ContextAsync("User sign-in", cancellationToken).ConfigureAwait(false);
        return await endpoint.RequestGrantAsync(
            context,
            (skew, token) => CreateFormAsync(
                context,
                skew,
                [
                    new("grant_type", "authorization_code"),
                    new("code", code),
                    new("redirect_uri", session.RedirectUri),
                    new("code_verifier", session.CodeVerifier),
                    new("scope", string.Join(' ', session.Scopes)),
                ],
                claims: null,
                token),
            isRepeatable: false,
            cancellationToken).ConfigureAwait(false);
    }

    public async Task<TokenSet> RefreshAsync(
        TokenStoreEntry entry, AccessTokenRequest request, CancellationToken cancellationToken)
    {
        var scopes = UserScopes.For(request, settings);
        var context = await ContextAsync("Refresh of a user sign-in", cancellationToken).ConfigureAwait(false) with
        {
            AwaitsEveryAnswer = true,
        };
        return await endpoint.RequestGrantAsync(
            context,
            (skew, token) => CreateFormAsync(
                context,
                skew,
                [
                    new("grant_type", "refresh_token"),
                    new("refresh_token", entry.RefreshToken),
                    new("scope", string.Join(' ', scopes)),
                ],
                request.Claims,
                token),
            isRepeatable: true,
            cancellationToken).ConfigureAwait(false);
    }

    public async Task<UserAccount?> IdentifyAsync(TokenSet granted, string? nonce, CancellationToken cancellationToken) =>
        granted.IdToken is { Length: > 0 } idToken && OpenIdScopes.HaveIdentity(settings.Scopes)
            ? await openId.ValidateAsync(idToken, nonce, endpoint.ClockSkew, cancellationToken).ConfigureAwait(false)
            : null;

    private async ValueTask<SignInContext> ContextAsync(string operation, CancellationToken cancellationToken)
    {
        var authority = await openId.ResolveAsync(cancellationToken).ConfigureAwait(false);
        return settings.Context(operation) with { Authority = authority };
    }

    private async ValueTask<TokenForm> CreateFormAsync(
        SignInContext context,
        TimeSpan clockSkew,
        IEnumerable<KeyValuePair<string, string>> fields,
        string? claims,
        CancellationToken cancellationToken)
    {
        var form = new TokenForm();
        form.Add("client_id", settings.ClientId);
        foreach (var (name, value) in fields)
        {
            form.Add(name, value);
        }

        if (ClaimsRequest.Create(claims, settings.CanHandleClaims) is { } demanded)
        {
            form.Add("claims", demanded);
        }

        if (credential is not null)
        {
            await credential.AddToAsync(form, context, clockSkew, cancellationToken).ConfigureAwait(false);
        }

        return form;
    }
}
