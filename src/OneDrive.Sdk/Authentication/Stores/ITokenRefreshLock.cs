namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Optional feature of a token store: processes that share it refresh a sign-in one at a time. Issuers that accept each refresh token only
/// once require it.
/// </summary>
public interface ITokenRefreshLock
{
    /// <summary>Waits until the sign-in is not being refreshed elsewhere, and holds the lock until the result is disposed.</summary>
    /// <param name="key">The key of the entry.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="OneDriveAuthenticationException">Another process held the lock for too long. Retry later.</exception>
    Task<IAsyncDisposable> LockAsync(string key, CancellationToken cancellationToken = default);
}
