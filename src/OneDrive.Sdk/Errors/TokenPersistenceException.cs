namespace OneDrive.Sdk;

/// <summary>
/// A sign-in could not be saved or read. The previous content of the store is unchanged. A new refresh token stays in memory, and the next
/// call tries to save it again.
/// </summary>
public sealed class TokenPersistenceException : OneDriveAuthenticationException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The message; it must not contain secrets.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public TokenPersistenceException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
