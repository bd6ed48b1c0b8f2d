namespace OneDrive.Sdk;

/// <summary>
/// Stores delta checkpoints of drives and folders, so that another process or machine can continue to read their changes. Implementations are
/// thread-safe.
/// </summary>
public interface IDeltaCheckpointStore
{
    /// <summary>Finds a checkpoint.</summary>
    /// <param name="key">Names what is read, in words of the application.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The entry, or null when there is none that can be read: reading then begins anew.</returns>
    Task<DeltaCheckpointEntry?> FindAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Saves a checkpoint in the place of the one with the expected version, as a whole or not at all.</summary>
    /// <param name="entry">The entry; its version is higher than the expected one.</param>
    /// <param name="expectedVersion">The version that the stored entry must have; 0 when there must be none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False, and nothing is saved, when the stored version is another one.</returns>
    Task<bool> TrySaveAsync(DeltaCheckpointEntry entry, long expectedVersion, CancellationToken cancellationToken = default);

    /// <summary>Removes a checkpoint, if there is one.</summary>
    /// <param name="key">Names what is read.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task RemoveAsync(string key, CancellationToken cancellationToken = default);
}
