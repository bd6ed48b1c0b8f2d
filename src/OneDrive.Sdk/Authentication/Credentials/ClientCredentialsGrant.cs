namespace OneDrive.Sdk.Authentication;

/// <summary>The OAuth 2.0 client credentials grant: an application signs in as itself.</summary>
internal sealed class ClientCredentialsGrant(TokenClient client, string clientId, TenantAuthority authority) : ITokenSource
{
    public string CacheKeyFor(AccessTokenRequest request) =>
        TokenCacheKey.Of(authority.TokenEndpoint.AbsoluteUri, clientId, "client_credentials", "-", ApplicationScope.For(request));

    public async Task<AccessToken> AcquireAsync(AccessTokenRequest request, CancellationToken cancellationToken)
    {
        SameCloud.Require(authority, request.Resource);
        var context = new SignInContext(clientId, authority, $"Sign-in of application {clientId} in tenant {authority.Tenant}");
        var grant = new TokenRequest(context, ("grant_type", "client_credentials"), ("scope", ApplicationScope.For(request)))
        {
            Claims = request.Claims,
        };
        return (await client.RequestAsync(grant, cancellationToken).ConfigureAwait(false)).AccessToken;
    }
}
