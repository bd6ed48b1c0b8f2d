using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Caches the tokens of another provider in memory, sends one request at a time for each token, and refreshes tokens in the background. For
/// providers without a cache that always return tokens of the same identity, such as <see cref="DelegateTokenProvider"/>.
/// </summary>
public sealed class CachedTokenProvider : IAccessTokenProvider, IDisposable
{
    private readonly TokenCache _cache;

    /// <summary>Creates the cache.</summary>
    /// <param name="provider">The provider of the tokens of one identity. It is not disposed.</param>
    /// <param name="loggerFactory">The logger factory; no logging by default.</param>
    /// <param name="timeProvider">The time provider; <see cref="TimeProvider.System"/> by default.</param>
    public CachedTokenProvider(IAccessTokenProvider provider, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(provider);
        PrincipalKey = provider.PrincipalKey;
        _cache = new TokenCache(
            new ProvidedTokens(provider),
            provider.IsApplicationOnly,
            timeProvider ?? TimeProvider.System,
            (loggerFactory ?? NullLoggerFactory.Instance).CreateLogger<CachedTokenProvider>());
    }

    /// <inheritdoc/>
    public bool IsApplicationOnly => _cache.IsApplicationOnly;

    /// <inheritdoc/>
    public string? PrincipalKey { get; }

    /// <inheritdoc/>
    public ValueTask<AccessToken> GetTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken) =>
        _cache.GetTokenAsync(request, cancellationToken);

    /// <summary>Clears the cached tokens and cancels waiting calls.</summary>
    public void Dispose() => _cache.Dispose();

    /// <summary>The tokens of another provider, which answers for one identity: they depend on resource and scopes only.</summary>
    private sealed class ProvidedTokens(IAccessTokenProvider provider) : ITokenSource
    {
        public string CacheKeyFor(AccessTokenRequest request) => TokenCacheKey.Of([request.Resource.AbsoluteUri, .. request.Scopes]);

        public async Task<AccessToken> AcquireAsync(AccessTokenRequest request, CancellationToken cancellationToken) =>
            await provider.GetTokenAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
