namespace OneDrive.Sdk.Authentication;

/// <summary>The OAuth 2.0 client credentials grant: an application signs in as itself.</summary>
internal sealed class ClientCredentialsFlow(
    TokenClient endpoint, IClientCredential credential, string clientId, TenantAuthority authority) : ITokenSource
{
    public string CacheKeyFor(AccessTokenRequest request) =>
        TokenCacheKey.Of(authority.TokenEndpoint.AbsoluteUri, clientId, "client_credentials", "-", ApplicationScope.For(request));

    public Task<AccessToken> AcquireAsync(AccessTokenRequest request, CancellationToken cancellationToken)
    {
        SameCloud.Require(authority, request.Resource);
        var scope = ApplicationScope.For(request);
        var context = new SignInContext(clientId, authority, $"Sign-in of application {clientId} in tenant {authority.Tenant}");
        return endpoint.RequestAsync(context, CreateFormAsync, cancellationToken);

        async ValueTask<TokenForm> CreateFormAsync(TimeSpan clockSkew, CancellationToken token)
        {
            var form = new TokenForm();
            form.Add("client_id", clientId);
            form.Add("grant_type", "client_credentials");
            form.Add("scope", scope);
            if (request.Claims is not null)
            {
                form.Add("claims", request.Claims);
            }

            await credential.AddToAsync(form, context, clockSkew, token).ConfigureAwait(false);
            return form;
        }
    }
}
