namespace OneDrive.Sdk;

/// <summary>Keeps what is needed to resume uploads. Implementations are thread-safe.</summary>
public interface IUploadSessionStore
{
    /// <summary>Finds the record of an upload.</summary>
    /// <param name="key">The resume key.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The record, or null when there is none that can be read.</returns>
    Task<UploadSessionRecord?> FindAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Saves a record in the place of the one with the expected version, as a whole or not at all.</summary>
    /// <param name="record">The record; its version is higher than the expected one.</param>
    /// <param name="expectedVersion">The version that the stored record must have; 0 when there must be none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False, and nothing is saved, when the stored version is another one.</returns>
    Task<bool> TrySaveAsync(UploadSessionRecord record, long expectedVersion, CancellationToken cancellationToken = default);

    /// <summary>Removes the record of an upload, if there is one.</summary>
    /// <param name="key">The resume key.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task RemoveAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Lists all records that can be read.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The records, in no particular order.</returns>
    /// <exception cref="NotSupportedException">The store cannot list; the message says what to do instead.</exception>
    Task<IReadOnlyList<UploadSessionRecord>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes, prolongs or gives back the sole right to work on an upload, so that two workers never drive one session. It passes to whoever
    /// asks when its time is over.
    /// </summary>
    /// <param name="key">The resume key.</param>
    /// <param name="owner">Who asks; the owner of the right may ask again to prolong it.</param>
    /// <param name="duration">For how long from now; <see cref="TimeSpan.Zero"/> gives the right back.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False, and nothing changes, when another owner has the right.</returns>
    /// <exception cref="NotSupportedException">
    /// The store cannot keep others away. Uploads then go on without that: who works on an upload is up to the caller.
    /// </exception>
    Task<bool> TryAcquireAsync(string key, string owner, TimeSpan duration, CancellationToken cancellationToken = default);
}
