namespace OneDrive.Sdk.Authentication;

/// <summary>The OAuth 2.0 on-behalf-of grant for one token of a user.</summary>
internal sealed class OnBehalfOfGrant(UserSettings settings, TokenClient client, string userAssertion, TimeProvider timeProvider)
    : ITokenSource
{
    private const string GrantType = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    /// <summary>The last rejected exchange; only another token of the user changes the result.</summary>
    private volatile RefusedToken? _refused;

    public string CacheKeyFor(AccessTokenRequest request) =>
        TokenCacheKey.Of(
            [request.Resource.GetLeftPart(UriPartial.Authority), .. UserScopes.For(request, settings).Order(StringComparer.Ordinal)]);

    public async Task<AccessToken> AcquireAsync(AccessTokenRequest request, CancellationToken cancellationToken)
    {
        SameCloud.Require(settings.Authority, request.Resource);
        var scope = string.Join(' ', UserScopes.For(request, settings));
        if (request.Claims is null && _refused is { } refused && refused.Is(scope, timeProvider.GetUtcNow()))
        {
            throw refused.Again();
        }

        var grant = new TokenRequest(
            settings.Context("On-behalf-of sign-in"),
            ("grant_type", GrantType),
            ("assertion", userAssertion),
            ("requested_token_use", "on_behalf_of"),
            ("scope", scope))
        {
            Claims = ClaimsRequest.Create(request.Claims, settings.CanHandleClaims),
        };
        try
        {
            return (await client.RequestAsync(grant, cancellationToken).ConfigureAwait(false)).AccessToken;
        }
        catch (OneDriveAuthenticationException failure) when (failure.RequiresSignIn && request.Claims is null)
        {
            _refused = new RefusedToken(scope, failure, timeProvider.GetUtcNow());
            throw;
        }
    }
}
