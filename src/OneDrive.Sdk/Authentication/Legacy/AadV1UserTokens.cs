namespace OneDrive.Sdk.Authentication;

/// <summary>The token provider of one user for one service.</summary>
internal sealed class AadV1UserTokens(
    UserTokenManager users, string key, Func<CancellationToken, Task<DiscoveredService>> findService) : IAccessTokenProvider
{
    public string PrincipalKey { get; } = users.PrincipalKeyOf(key);

    public async ValueTask<AccessToken> GetTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var service = await findService(cancellationToken).ConfigureAwait(false);
        if (!DiscoveredService.IsSameOrigin(request.Resource, service.Resource))
        {
            throw new OneDriveAuthenticationException(
                $"The sign-in is for {service.Resource.Authority}, but a token for {request.Resource.Authority} was requested.")
            {
                Hint = "Set OneDriveOptions.ServiceEndpoint to the EndpointUri of the discovered service.",
            };
        }

        // The service is called by the name that it gave itself, letter by letter.
        return await users.GetTokenAsync(
            key, new AccessTokenRequest { Resource = service.Resource, Rejected = request.Rejected }, cancellationToken)
            .ConfigureAwait(false);
    }
}
