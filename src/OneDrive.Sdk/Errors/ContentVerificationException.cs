namespace OneDrive.Sdk;

/// <summary>
/// The content at the service differs from the content of the caller, and the difference is not a known change by the service.
/// </summary>
public sealed class ContentVerificationException : OneDriveException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The message; it must not contain secrets.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public ContentVerificationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The length that was expected, in bytes.</summary>
    /// <value>Null when only the hash differs or the length is unknown.</value>
    public long? ExpectedLength { get; init; }

    /// <summary>The length that was found, in bytes.</summary>
    /// <value>Null when only the hash differs or the length is unknown.</value>
    public long? ActualLength { get; init; }

    /// <summary>The hash that was expected, in the notation of the service.</summary>
    /// <value>Null when no hash was compared.</value>
    public string? ExpectedHash { get; init; }

    /// <summary>The hash that was found, in the notation of the service.</summary>
    /// <value>Null when no hash was compared.</value>
    public string? ActualHash { get; init; }
}
