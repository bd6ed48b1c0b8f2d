using System.Net;
using OneDrive.Sdk.Errors;

namespace OneDrive.Sdk;

/// <summary>The drive has no room left for the change (status 507).</summary>
public sealed class QuotaExceededException : OneDriveApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="statusCode">The HTTP status code of the response.</param>
    /// <param name="message">The message; it must not contain secrets.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public QuotaExceededException(HttpStatusCode statusCode, string message, Exception? innerException = null)
        : base(statusCode, message, innerException)
    {
    }

    internal QuotaExceededException(string message, ApiErrorDetails details)
        : base(message, details)
    {
    }
}
