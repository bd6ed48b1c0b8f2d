using System.Net;
using OneDrive.Sdk.Errors;

namespace OneDrive.Sdk;

/// <summary>There is nothing at the address, or the signed-in user may not know that there is (status 404).</summary>
public sealed class ItemNotFoundException : OneDriveApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="statusCode">The HTTP status of the answer.</param>
    /// <param name="message">What went wrong, free of secrets.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public ItemNotFoundException(HttpStatusCode statusCode, string message, Exception? innerException = null)
        : base(statusCode, message, innerException)
    {
    }

    internal ItemNotFoundException(string message, ApiErrorDetails details)
        : base(message, details)
    {
    }
}
