using System.Net;
using OneDrive.Sdk.Errors;

namespace OneDrive.Sdk;

/// <summary>The item was changed since the caller read it, so the expected eTag does not match (status 412).</summary>
public sealed class PreconditionFailedException : OneDriveApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="statusCode">The HTTP status code of the response.</param>
    /// <param name="message">The message; it must not contain secrets.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public PreconditionFailedException(HttpStatusCode statusCode, string message, Exception? innerException = null)
        : base(statusCode, message, innerException)
    {
    }

    internal PreconditionFailedException(string message, ApiErrorDetails details)
        : base(message, details)
    {
    }
}
