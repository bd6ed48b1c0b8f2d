namespace OneDrive.Sdk;

/// <summary>The token store holds an older state than it had: somebody put an old file back, or restored a backup.</summary>
public sealed class TokenStoreRollbackException : OneDriveAuthenticationException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong, free of secrets.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public TokenStoreRollbackException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
