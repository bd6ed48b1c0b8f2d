using System.Net;
using OneDrive.Sdk.Errors;

namespace OneDrive.Sdk;

/// <summary>The item does not exist, or the signed-in user does not have access to it (status 404).</summary>
public sealed class ItemNotFoundException : OneDriveApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="statusCode">The HTTP status code of the response.</param>
    /// <param name="message">The message; it must not contain secrets.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public ItemNotFoundException(HttpStatusCode statusCode, string message, Exception? innerException = null)
        : base(statusCode, message, innerException)
    {
    }

    internal ItemNotFoundException(string message, ApiErrorDetails details)
        : base(message, details)
    {
    }
}
