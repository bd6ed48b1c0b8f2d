namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Keeps the sign-ins of people: refresh tokens, never access tokens. Implementations are thread-safe. A store that several processes share
/// may also implement <see cref="ITokenRefreshLock"/>.
/// </summary>
public interface ITokenStore
{
    /// <summary>Finds a sign-in.</summary>
    /// <param name="key">The key of the entry.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The entry, or null when there is none.</returns>
    /// <exception cref="TokenPersistenceException">There is one, but it cannot be opened.</exception>
    Task<TokenStoreEntry?> FindAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Saves an entry in the place of the one with the expected version, durably, as a whole or not at all.</summary>
    /// <param name="entry">The entry; its version is higher than the expected one.</param>
    /// <param name="expectedVersion">The version that the stored entry must have; 0 when there must be none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False, and nothing is saved, when the stored version is another one.</returns>
    Task<bool> TrySaveAsync(TokenStoreEntry entry, long expectedVersion, CancellationToken cancellationToken = default);

    /// <summary>Removes a sign-in, if there is one.</summary>
    /// <param name="key">The key of the entry.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task RemoveAsync(string key, CancellationToken cancellationToken = default);
}
