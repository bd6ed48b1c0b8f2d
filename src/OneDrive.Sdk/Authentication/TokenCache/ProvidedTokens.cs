namespace OneDrive.Sdk.Authentication;

/// <summary>The tokens of another provider, which answers for one identity: they depend on resource and scopes only.</summary>
internal sealed class ProvidedTokens(IAccessTokenProvider provider) : ITokenSource
{
    public string CacheKeyFor(AccessTokenRequest request) => TokenCacheKey.Of([request.Resource.AbsoluteUri, .. request.Scopes]);

    public async Task<AccessToken> AcquireAsync(AccessTokenRequest request, CancellationToken cancellationToken) =>
        await provider.GetTokenAsync(request, cancellationToken).ConfigureAwait(false);
}
