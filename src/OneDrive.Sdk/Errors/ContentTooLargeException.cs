namespace OneDrive.Sdk;

/// <summary>The file is longer than the maximum that the caller allows in memory.</summary>
public sealed class ContentTooLargeException : OneDriveException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The message; it must not contain secrets.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public ContentTooLargeException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
