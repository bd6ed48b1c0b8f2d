namespace OneDrive.Sdk;

/// <summary>The upload cannot be resumed, because the source cannot be read again from the position that the service requires.</summary>
public sealed class UploadNotResumableException : OneDriveException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The message; it must not contain secrets.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public UploadNotResumableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
