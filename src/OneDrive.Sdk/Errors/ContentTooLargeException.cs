namespace OneDrive.Sdk;

/// <summary>The file is longer than the caller allows to be held in memory.</summary>
public sealed class ContentTooLargeException : OneDriveException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong, free of secrets.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public ContentTooLargeException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
