namespace OneDrive.Sdk.Authentication;

/// <summary>The OAuth 2.0 client credentials grant: an application signs in as itself.</summary>
internal sealed class ClientCredentialsFlow(
    TokenEndpoint endpoint, IClientCredential credential, string clientId, TenantAuthority authority) : ITokenSource
{
    public string CacheKeyFor(AccessTokenRequest request) =>
        TokenCacheKey.Of(authority.TokenEndpoint.AbsoluteUri, clientId, "client_credentials", "-", ApplicationScope.For(request));

    public Task<AccessToken> AcquireAsync(AccessTokenRequest request, CancellationToken cancellationToken)
    {
        RequireSameCloud(request.Resource);
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

    // Tokens of one cloud mean nothing in another: the sign-in service would answer with a riddle.
    private void RequireSameCloud(Uri resource)
    {
        var owner = OneDriveCloud.All.FirstOrDefault(
            cloud => string.Equals(cloud.GraphEndpoint.Authority, resource.Authority, StringComparison.OrdinalIgnoreCase));
        if (owner is null || !OneDriveCloud.All.Any(cloud => cloud.SignInEndpoint == authority.Cloud.SignInEndpoint)
            || owner.SignInEndpoint == authority.Cloud.SignInEndpoint)
        {
            return;
        }

        throw new OneDriveAuthenticationException(
            $"The client calls {resource.Authority} (cloud {owner.Name}), but signs in on {authority.Cloud.SignInEndpoint.Authority}.")
        {
            Hint = "Set OneDriveOptions.Cloud to the cloud of the tenant, or sign in with a tenant of the client's cloud.",
        };
    }
}
