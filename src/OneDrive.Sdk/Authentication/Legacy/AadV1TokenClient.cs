namespace OneDrive.Sdk.Authentication;

/// <summary>
/// The requests to the v1 token endpoint. Its refresh tokens are valid for every resource, and each response contains the replacement of
/// the last token.
/// </summary>
internal sealed class AadV1TokenClient(
    UserSettings settings, string redirectUri, TokenClient endpoint, IClientCredential? credential, TimeProvider timeProvider)
    : IUserTokenClient
{
    public DateTimeOffset Now => timeProvider.GetUtcNow();

    /// <summary>Redeems the authorization code. A code can be redeemed once, so the request is never repeated.</summary>
    internal Task<TokenSet> RedeemAsync(
        AuthorizationSession session, string code, string resource, CancellationToken cancellationToken)
    {
        var context = settings.Context("User sign-in (v1)");
        return endpoint.RequestGrantAsync(
            context,
            (skew, token) => CreateFormAsync(
                context,
                skew,
                [
                    new("grant_type", "authorization_code"),
                    new("code", code),
                    new("code_verifier", session.CodeVerifier),
                    new("resource", resource),
                ],
                token),
            isRepeatable: false,
            cancellationToken);
    }

    public Task<TokenSet> RefreshAsync(TokenStoreEntry entry, AccessTokenRequest request, CancellationToken cancellationToken)
    {
        var context = settings.Context("Refresh of a user sign-in (v1)") with { AwaitsEveryAnswer = true };
        return endpoint.RequestGrantAsync(
            context,
            (skew, token) => CreateFormAsync(
                context,
                skew,
                [
                    new("grant_type", "refresh_token"),
                    new("refresh_token", entry.RefreshToken),
                    new("resource", request.Resource.OriginalString),
                ],
                token),
            isRepeatable: true,
            cancellationToken);
    }

    // Identity tokens of v1 are not signed, so they do not identify the user.
    public Task<UserAccount?> IdentifyAsync(TokenSet granted, string? nonce, CancellationToken cancellationToken) =>
        Task.FromResult<UserAccount?>(null);

    private async ValueTask<TokenForm> CreateFormAsync(
        SignInContext context, TimeSpan clockSkew, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancellationToken)
    {
        var form = new TokenForm();
        form.Add("client_id", settings.ClientId);
        form.Add("redirect_uri", redirectUri);
        foreach (var (name, value) in fields)
        {
            form.Add(name, value);
        }

        if (credential is not null)
        {
            await credential.AddToAsync(form, context, clockSkew, cancellationToken).ConfigureAwait(false);
        }

        return form;
    }
}
