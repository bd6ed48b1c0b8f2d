namespace OneDrive.Sdk;

/// <summary>Keeps checkpoints for as long as the process runs.</summary>
public sealed class InMemoryDeltaCheckpointStore : IDeltaCheckpointStore
{
    private readonly object _gate = new();
    private readonly Dictionary<string, DeltaCheckpointEntry> _entries = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<DeltaCheckpointEntry?> FindAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return Task.FromResult(_entries.GetValueOrDefault(key));
        }
    }

    /// <inheritdoc/>
    public Task<bool> TrySaveAsync(DeltaCheckpointEntry entry, long expectedVersion, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentException.ThrowIfNullOrEmpty(entry.Key, nameof(entry));
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        if (entry.Version <= expectedVersion)
            throw new ArgumentException("The version of the entry must be higher than the expected one.", nameof(entry));

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
