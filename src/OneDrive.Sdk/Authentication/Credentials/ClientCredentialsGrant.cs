namespace OneDrive.Sdk.Authentication;

/// <summary>The OAuth 2.0 client credentials grant: an application signs in as itself.</summary>
internal sealed class ClientCredentialsGrant(TokenClient client, string clientId, TenantAuthority authority) : ITokenSource
{
    // The only scope without a user: all permissions that an administrator granted for the resource. See
    // https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow.
    private const string Default = "/.default";

    public string CacheKeyFor(AccessTokenRequest request) =>
        TokenCacheKey.Of(authority.TokenEndpoint.AbsoluteUri, clientId, "client_credentials", "-", ScopeOf(request));

    public async Task<AccessToken> AcquireAsync(AccessTokenRequest request, CancellationToken cancellationToken)
    {
        SameCloud.Require(authority, request.Resource);
        var context = new SignInContext(clientId, authority, $"Sign-in of application {clientId} in tenant {authority.Tenant}");
        var grant = new TokenRequest(context, ("grant_type", "client_credentials"), ("scope", ScopeOf(request)))
        {
            Claims = request.Claims,
        };
        return (await client.RequestAsync(grant, cancellationToken).ConfigureAwait(false)).AccessToken;
    }

    private static string ScopeOf(AccessTokenRequest request)
    {
        var resource = request.Resource;
        if (!resource.IsAbsoluteUri || !SecureEndpoint.IsSecure(resource))
        {
            throw new ArgumentException(
                "Resource must be an absolute https address (http only on loopback), because an access token is sent to "
                + "it.", nameof(request));
        }

        return request.Scopes switch
        {
            [] => resource.GetLeftPart(UriPartial.Authority) + Default,
            [var scope] when scope.EndsWith(Default, StringComparison.OrdinalIgnoreCase) && !scope.Any(char.IsWhiteSpace) => scope,
            _ => throw new ArgumentException(
                "An application without a user cannot request individual scopes. Leave Scopes empty, or use {resource}/.default "
                + "alone.",
                nameof(request)),
        };
    }
}
