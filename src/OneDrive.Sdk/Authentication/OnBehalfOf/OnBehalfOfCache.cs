using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// The tokens of the users who call an API, in memory only. The cache key is a hash of the user's token, so that tokens are never shared
/// between users. Entries are removed after an hour without use.
/// </summary>
internal sealed class OnBehalfOfCache(Func<string, ITokenSource> createSource, TimeProvider timeProvider, ILogger logger) : IDisposable
{
    private static readonly TimeSpan IdleTime = TimeSpan.FromHours(1);
    private static readonly TimeSpan PauseBetweenSweeps = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private long _lastSweep = timeProvider.GetTimestamp();
    private volatile bool _isDisposed;

    /// <summary>How many tokens of users are remembered.</summary>
    internal int Count => _entries.Count;

    internal ValueTask<AccessToken> GetTokenAsync(string userAssertion, AccessTokenRequest request, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        Sweep();
        var key = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(userAssertion)));
        var entry = _entries.GetOrAdd(
            key,
            static (_, state) => state.Cache.CreateEntry(state.Assertion),
            (Cache: this, Assertion: userAssertion));
        entry.LastUsed = timeProvider.GetTimestamp();
        return entry.Tokens.GetTokenAsync(request, cancellationToken);
    }

    public void Dispose()
    {
        _isDisposed = true;
        foreach (var entry in _entries.Values)
        {
            entry.Tokens.Dispose();
        }
    }

    private Entry CreateEntry(string userAssertion) =>
        new(new TokenCache(createSource(userAssertion), isApplicationOnly: false, timeProvider, logger));

    private void Sweep()
    {
        var last = Interlocked.Read(ref _lastSweep);
        if (timeProvider.GetElapsedTime(last) < PauseBetweenSweeps
            || Interlocked.CompareExchange(ref _lastSweep, timeProvider.GetTimestamp(), last) != last)
        {
            return;
        }

        foreach (var (key, entry) in _entries)
        {
            if (timeProvider.GetElapsedTime(entry.LastUsed) >= IdleTime)
            {
                _entries.TryRemove(key, out _);
            }
        }
    }

    /// <summary>The tokens for one token of a user.</summary>
    private sealed class Entry(TokenCache tokens)
    {
        private long _lastUsed;

        internal TokenCache Tokens { get; } = tokens;

        /// <summary>When it was last requested, as a monotonic timestamp.</summary>
        internal long LastUsed
        {
            get => Interlocked.Read(ref _lastUsed);
            set => Interlocked.Exchange(ref _lastUsed, value);
        }
    }
}
