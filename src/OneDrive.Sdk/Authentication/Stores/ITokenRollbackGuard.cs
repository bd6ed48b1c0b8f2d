namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Stores the latest version of a token store in a place that cannot be changed together with the files of the store: another volume, a
/// database, the keyring of the operating system. Implementations must be thread-safe.
/// </summary>
public interface ITokenRollbackGuard
{
    /// <summary>Gets the highest stored number.</summary>
    /// <param name="name">The name of the entry in the store. It does not identify the user.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The number; 0 if none is stored.</returns>
    Task<long> ReadAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Stores a number, unless a higher one is stored.</summary>
    /// <param name="name">The name of the entry in the store.</param>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task RaiseAsync(string name, long number, CancellationToken cancellationToken = default);
}
