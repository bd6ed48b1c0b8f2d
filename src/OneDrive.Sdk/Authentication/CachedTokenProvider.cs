using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Keeps the tokens of another provider in memory, fetches each only once at a time, and renews it in the background when that is advised.
/// For providers that cache nothing themselves and always answer for the same identity, such as a <see cref="DelegateTokenProvider"/>.
/// </summary>
public sealed class CachedTokenProvider : IAccessTokenProvider, IDisposable
{
    private readonly CachingTokenProvider _cache;

    /// <summary>Puts a cache before a provider.</summary>
    /// <param name="provider">Who supplies the tokens, for one identity. It is not disposed.</param>
    /// <param name="loggerFactory">Where messages go; nowhere by default.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    public CachedTokenProvider(IAccessTokenProvider provider, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(provider);
        PrincipalKey = provider.PrincipalKey;
        _cache = new CachingTokenProvider(
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

    /// <summary>Drops the tokens and ends waiting calls.</summary>
    public void Dispose() => _cache.Dispose();
}
