using System.Net;
using OneDrive.Sdk.Errors;

namespace OneDrive.Sdk;

/// <summary>
/// The service asked for less traffic (status 429, 503 or 509) and the retries did not outlast it;
/// <see cref="OneDriveApiException.RetryAfter"/> says when to come back.
/// </summary>
public sealed class ThrottledException : OneDriveApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="statusCode">The HTTP status of the answer.</param>
    /// <param name="message">What went wrong, free of secrets.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public ThrottledException(HttpStatusCode statusCode, string message, Exception? innerException = null)
        : base(statusCode, message, innerException)
    {
        IsTransient = true;
    }

    internal ThrottledException(string message, ApiErrorDetails details)
        : base(message, details)
    {
        IsTransient = true;
    }
}
