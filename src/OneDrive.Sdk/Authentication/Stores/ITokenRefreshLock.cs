namespace OneDrive.Sdk.Authentication;

/// <summary>
/// What a token store may offer besides: that processes which share it refresh a sign-in one after the other. An issuer that accepts each
/// refresh token once needs this.
/// </summary>
public interface ITokenRefreshLock
{
    /// <summary>Waits until nobody else refreshes the sign-in, and keeps others out until the result is disposed.</summary>
    /// <param name="key">The key of the entry.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OneDriveAuthenticationException">Somebody else kept it for too long; trying again later may help.</exception>
    Task<IAsyncDisposable> LockAsync(string key, CancellationToken cancellationToken = default);
}
