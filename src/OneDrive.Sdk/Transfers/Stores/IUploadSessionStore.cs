namespace OneDrive.Sdk;

/// <summary>Stores the records of resumable uploads. Implementations must be thread-safe.</summary>
public interface IUploadSessionStore
{
    /// <summary>Finds the record of an upload.</summary>
    /// <param name="key">The resume key.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The record, or <see langword="null"/> if it does not exist or cannot be read.</returns>
    Task<UploadSessionRecord?> FindAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Replaces the record that has the expected version, atomically.</summary>
    /// <param name="record">The record; its version is higher than the expected one.</param>
    /// <param name="expectedVersion">The version that the stored record must have; 0 if it must not exist.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns><see langword="false"/>, without a change, if the stored version is different.</returns>
    Task<bool> TrySaveAsync(UploadSessionRecord record, long expectedVersion, CancellationToken cancellationToken = default);

    /// <summary>Removes the record of an upload, if it exists.</summary>
    /// <param name="key">The resume key.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task RemoveAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Lists all readable records.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The records, in no particular order.</returns>
    /// <exception cref="NotSupportedException">The store cannot list its records; the message contains the alternative.</exception>
    Task<IReadOnlyList<UploadSessionRecord>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Acquires, renews or releases the lease of an upload, which prevents that two workers use one session. An expired lease can be
    /// acquired by another owner.
    /// </summary>
    /// <param name="key">The resume key.</param>
    /// <param name="owner">The owner; the current owner can renew the lease.</param>
    /// <param name="duration">The duration of the lease; <see cref="TimeSpan.Zero"/> releases it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns><see langword="false"/>, without a change, if another owner holds the lease.</returns>
    /// <exception cref="NotSupportedException">
    /// The store does not support leases. Uploads then run without one, and the caller must prevent concurrent workers.
    /// </exception>
    Task<bool> TryAcquireAsync(string key, string owner, TimeSpan duration, CancellationToken cancellationToken = default);
}
