namespace OneDrive.Sdk.Authentication;

/// <summary>Keeps what must be remembered while people are at the sign-in page. Implementations are thread-safe.</summary>
public interface IAuthorizationSessionStore
{
    /// <summary>Keeps a session until it is taken or over.</summary>
    /// <param name="session">The session.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task SaveAsync(AuthorizationSession session, CancellationToken cancellationToken = default);

    /// <summary>Takes a session out, in one step: whoever asks a second time, or at the same time, gets nothing.</summary>
    /// <param name="state">The state of the session.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The session, or null when there is none.</returns>
    Task<AuthorizationSession?> TakeAsync(string state, CancellationToken cancellationToken = default);
}
