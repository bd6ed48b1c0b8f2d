namespace OneDrive.Sdk;

/// <summary>The service did not respond, or the response was interrupted, and the retries failed.</summary>
public sealed class OneDriveConnectionException : OneDriveException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The message; it must not contain secrets.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public OneDriveConnectionException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
        IsTransient = true;
    }
}
