namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Remembers how far a token store had come, in a place that whoever can replace the store's files cannot reach: another volume, a
/// database, the keyring of the system. Detection is only as strong as that place. Implementations are thread-safe.
/// </summary>
public interface ITokenRollbackGuard
{
    /// <summary>Gets the highest number that was remembered.</summary>
    /// <param name="name">The name of the entry in the store, which tells nothing about its owner.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The number; 0 when there is none.</returns>
    Task<long> ReadAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Remembers a number, unless a higher one is known.</summary>
    /// <param name="name">The name of the entry in the store.</param>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task RaiseAsync(string name, long number, CancellationToken cancellationToken = default);
}
