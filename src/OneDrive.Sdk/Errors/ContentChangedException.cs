namespace OneDrive.Sdk;

/// <summary>The file was replaced at the service while it was being read; open it again to read the new one from its beginning.</summary>
public sealed class ContentChangedException : OneDriveException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong, free of secrets.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public ContentChangedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
