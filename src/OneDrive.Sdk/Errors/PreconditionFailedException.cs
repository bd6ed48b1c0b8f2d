using System.Net;
using OneDrive.Sdk.Errors;

namespace OneDrive.Sdk;

/// <summary>The item was changed since the caller read it, so that the expected eTag no longer matches (status 412).</summary>
public sealed class PreconditionFailedException : OneDriveApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="statusCode">The HTTP status of the answer.</param>
    /// <param name="message">What went wrong, free of secrets.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public PreconditionFailedException(HttpStatusCode statusCode, string message, Exception? innerException = null)
        : base(statusCode, message, innerException)
    {
    }

    internal PreconditionFailedException(string message, ApiErrorDetails details)
        : base(message, details)
    {
    }
}
