namespace OneDrive.Sdk.Authentication;

/// <summary>
/// The requests to the token endpoint of the first version. Its refresh tokens are good for every resource, and each answer brings the one
/// that replaces the last.
/// </summary>
internal sealed class AadV1Endpoint(
    UserSettings settings, string redirectUri, TokenEndpoint endpoint, IClientCredential? credential, TimeProvider timeProvider)
    : IUserGrants
{
    public DateTimeOffset Now => timeProvider.GetUtcNow();

    /// <summary>Redeems the code of the browser. A code is good for one use, so doubt is never answered with a repetition.</summary>
    internal Task<GrantedTokens> RedeemAsync(
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

    public Task<GrantedTokens> RefreshAsync(TokenStoreEntry entry, AccessTokenRequest request, CancellationToken cancellationToken)
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
    public Task<UserAccount?> IdentifyAsync(GrantedTokens granted, string? nonce, CancellationToken cancellationToken) =>
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
