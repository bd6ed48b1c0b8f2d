namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Stores the sign-ins of users: refresh tokens, never access tokens. Implementations must be thread-safe. A store that several processes
/// share can also implement <see cref="ITokenRefreshLock"/>.
/// </summary>
public interface ITokenStore
{
    /// <summary>Finds a sign-in.</summary>
    /// <param name="key">The key of the entry.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The entry, or <see langword="null"/> if it does not exist.</returns>
    /// <exception cref="TokenPersistenceException">The entry exists, but cannot be decrypted.</exception>
    Task<TokenStoreEntry?> FindAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Replaces the entry that has the expected version, durably and atomically.</summary>
    /// <param name="entry">The entry; its version is higher than the expected one.</param>
    /// <param name="expectedVersion">The version that the stored entry must have; 0 if it must not exist.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns><see langword="false"/>, without a change, if the stored version is different.</returns>
    Task<bool> TrySaveAsync(TokenStoreEntry entry, long expectedVersion, CancellationToken cancellationToken = default);

    /// <summary>Removes a sign-in, if it exists.</summary>
    /// <param name="key">The key of the entry.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task RemoveAsync(string key, CancellationToken cancellationToken = default);
}
