using OneDrive.Sdk.Authentication.Stores;

namespace OneDrive.Sdk;

/// <summary>Keeps sign-ins for as long as the process runs.</summary>
public sealed class InMemoryTokenStore : ITokenStore
{
    private readonly object _gate = new();
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
        TokenStoreRules.Require(entry, expectedVersion);
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
}
