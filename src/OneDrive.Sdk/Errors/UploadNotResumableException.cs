namespace OneDrive.Sdk;

/// <summary>The upload cannot go on, because the source cannot be read again from where the service needs it.</summary>
public sealed class UploadNotResumableException : OneDriveException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong, free of secrets.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public UploadNotResumableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
