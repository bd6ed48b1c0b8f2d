using System.Net;
using OneDrive.Sdk.Errors;

namespace OneDrive.Sdk;

/// <summary>Another user holds a lock on the item (status 423), and the retries failed.</summary>
public sealed class ResourceLockedException : OneDriveApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="statusCode">The HTTP status code of the response.</param>
    /// <param name="message">The message; it must not contain secrets.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public ResourceLockedException(HttpStatusCode statusCode, string message, Exception? innerException = null)
        : base(statusCode, message, innerException)
    {
    }

    internal ResourceLockedException(string message, ApiErrorDetails details)
        : base(message, details)
    {
    }
}
