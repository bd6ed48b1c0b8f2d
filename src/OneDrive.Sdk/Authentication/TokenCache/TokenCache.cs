using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Caches tokens in memory and sends one request at a time for each token. A token is used until 5 minutes (at most a fifth of its
/// lifetime) before it expires, and is refreshed in the background from the time that the endpoint recommends.
/// </summary>
internal sealed class TokenCache(ITokenSource source, bool isApplicationOnly, TimeProvider timeProvider, ILogger logger)
    : IAccessTokenProvider, IDisposable
{
    private readonly ConcurrentDictionary<string, TokenCacheEntry> _slots = new(StringComparer.Ordinal);
    private volatile bool _isDisposed;

    public bool IsApplicationOnly { get; } = isApplicationOnly;

    public ValueTask<AccessToken> GetTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<AccessToken>(cancellationToken);
        }

        return SlotFor(request).GetAsync(request, cancellationToken);
    }

    public void Dispose()
    {
        _isDisposed = true;
        End(new ObjectDisposedException(nameof(IAccessTokenProvider)));
    }

    /// <summary>Keeps a token that came with something else.</summary>
    internal void Put(AccessTokenRequest request, AccessToken token) => SlotFor(request).Put(token);

    /// <summary>Until when the token that lasts longest is good; null when there is none.</summary>
    internal DateTimeOffset? UsableUntil => _slots.Values.Max(slot => slot.UsableUntil);

    /// <summary>Drops the tokens and ends every wait.</summary>
    internal void End(Exception reason)
    {
        foreach (var slot in _slots.Values)
        {
            slot.Abandon(reason);
        }
    }

    private TokenCacheEntry SlotFor(AccessTokenRequest request) =>
        _slots.GetOrAdd(source.CacheKeyFor(request), _ => new TokenCacheEntry(source, timeProvider, logger));
}
