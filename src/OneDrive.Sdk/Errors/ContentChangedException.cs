namespace OneDrive.Sdk;

/// <summary>The file was replaced at the service while it was being read. Open it again to read the new content.</summary>
public sealed class ContentChangedException : OneDriveException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The message; it must not contain secrets.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public ContentChangedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
