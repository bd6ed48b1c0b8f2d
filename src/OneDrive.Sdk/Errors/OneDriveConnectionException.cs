namespace OneDrive.Sdk;

/// <summary>No answer came from the service, or it broke off, and the retries did not help.</summary>
public sealed class OneDriveConnectionException : OneDriveException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong, free of secrets.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public OneDriveConnectionException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
        IsTransient = true;
    }
}
