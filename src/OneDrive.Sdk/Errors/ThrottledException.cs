using System.Net;
using OneDrive.Sdk.Errors;

namespace OneDrive.Sdk;

/// <summary>
/// The service throttled the request (status 429, 503 or 509), and the retries failed. <see cref="OneDriveApiException.RetryAfter"/>
/// contains the required delay.
/// </summary>
/// <example>
/// <code>
/// try
/// {
///     await client.Content.UploadAsync(file, content);
/// }
/// catch (ThrottledException exception)
/// {
///     requeueIn(exception.RetryAfter ?? TimeSpan.FromMinutes(10));
/// }
/// </code>
/// </example>
public sealed class ThrottledException : OneDriveApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="statusCode">The HTTP status code of the response.</param>
    /// <param name="message">The message; it must not contain secrets.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
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
