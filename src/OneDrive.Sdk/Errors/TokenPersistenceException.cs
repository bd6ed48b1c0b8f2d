namespace OneDrive.Sdk;

/// <summary>
/// A sign-in could not be kept or read back. What the store held before is untouched; a new refresh token stays in memory, and saving it is
/// tried again with the next call.
/// </summary>
public sealed class TokenPersistenceException : OneDriveAuthenticationException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong, free of secrets.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public TokenPersistenceException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
