using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.EntityFramework;

namespace OneDrive.Sdk;

/// <summary>
/// Keeps delta checkpoints in a database that many processes and machines share, sealed with AES-256-GCM before they reach it and replaced
/// by compare-and-swap. A row that cannot be opened counts as absent.
/// </summary>
public sealed class EntityFrameworkDeltaCheckpointStore : IDeltaCheckpointStore
{
    private readonly SealedTable<CheckpointRow> _rows;
    private readonly StoreSeal _seal;

    /// <summary>Uses a database.</summary>
    /// <param name="database">The database.</param>
    /// <param name="keys">The keys that seal; the same on every machine.</param>
    /// <param name="scope">Keeps the checkpoints of several registrations apart, up to 100 characters.</param>
    public EntityFrameworkDeltaCheckpointStore(EntityFrameworkDatabase database, TokenEncryptionKeys keys, string scope = "")
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(scope);
        _rows = new SealedTable<CheckpointRow>(database, scope);
        _seal = new StoreSeal(keys);
    }

    /// <inheritdoc/>
    public async Task<DeltaCheckpointEntry?> FindAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return await _rows.FindAsync(RowName.Of(key), cancellationToken).ConfigureAwait(false) is { } row ? Open(key, row) : null;
    }

    /// <inheritdoc/>
    public async Task<bool> TrySaveAsync(DeltaCheckpointEntry entry, long expectedVersion, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentException.ThrowIfNullOrEmpty(entry.Key, nameof(entry));
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        if (entry.Version <= expectedVersion)
            throw new ArgumentException("The version of the entry must be higher than the expected one.", nameof(entry));

        var id = RowName.Of(entry.Key);
        var content = _seal.Seal(entry);
        if (await _rows.TrySaveAsync(id, entry.Version, content, expectedVersion, cancellationToken).ConfigureAwait(false))
            return true;

        // A row that cannot be opened counts as absent, and is replaced.
        return expectedVersion == 0
            && await _rows.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } row
            && Open(entry.Key, row) is null
            && await _rows.TrySaveAsync(id, entry.Version, content, row.Version, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task RemoveAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return _rows.RemoveAsync(RowName.Of(key), cancellationToken);
    }

    private DeltaCheckpointEntry? Open(string key, CheckpointRow row) =>
        _seal.OpenCheckpoint(key, row.Content) is { } entry && entry.Version == row.Version ? entry : null;
}
