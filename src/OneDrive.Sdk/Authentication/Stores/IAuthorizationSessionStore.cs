namespace OneDrive.Sdk.Authentication;

/// <summary>Stores the state of pending sign-ins. Implementations must be thread-safe.</summary>
public interface IAuthorizationSessionStore
{
    /// <summary>Stores a session until it is taken or expires.</summary>
    /// <param name="session">The session.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task SaveAsync(AuthorizationSession session, CancellationToken cancellationToken = default);

    /// <summary>Gets and removes a session atomically: a second or concurrent call returns null.</summary>
    /// <param name="state">The state of the session.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The session, or <see langword="null"/> if it does not exist.</returns>
    Task<AuthorizationSession?> TakeAsync(string state, CancellationToken cancellationToken = default);
}
