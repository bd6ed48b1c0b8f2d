namespace OneDrive.Sdk;

/// <summary>The token store contains an older version than before: a file was replaced with an old one, or a backup was restored.</summary>
public sealed class TokenStoreRollbackException : OneDriveAuthenticationException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The message; it must not contain secrets.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public TokenStoreRollbackException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
