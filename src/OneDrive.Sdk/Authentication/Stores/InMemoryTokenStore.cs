using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace OneDrive.Sdk.Authentication;

/// <summary>Stores sign-ins for the lifetime of the process. Flows that share it refresh a sign-in one at a time.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Semaphores whose wait handles are never used own nothing.")]
public sealed class InMemoryTokenStore : ITokenStore, ITokenRefreshLock
{
    private readonly object _gate = new();
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _refreshes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TokenStoreEntry> _entries = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<TokenStoreEntry?> FindAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return Task.FromResult(_entries.GetValueOrDefault(key));
        }
    }

    /// <inheritdoc/>
    public Task<bool> TrySaveAsync(TokenStoreEntry entry, long expectedVersion, CancellationToken cancellationToken = default)
    {
        TokenStoreEntry.ThrowIfNotNext(entry, expectedVersion);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if ((_entries.GetValueOrDefault(entry.Key)?.Version ?? 0) != expectedVersion)
                return Task.FromResult(false);
            _entries[entry.Key] = entry;
            return Task.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public Task RemoveAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            _entries.Remove(key);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<IAsyncDisposable> LockAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        var refresh = _refreshes.GetOrAdd(key, static _ => new SemaphoreSlim(1, 1));
        await refresh.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Turn(refresh);
    }

    private sealed class Turn(SemaphoreSlim refresh) : IAsyncDisposable
    {
        private SemaphoreSlim? _refresh = refresh;

        public ValueTask DisposeAsync()
        {
            Interlocked.Exchange(ref _refresh, null)?.Release();
            return ValueTask.CompletedTask;
        }
    }
}
