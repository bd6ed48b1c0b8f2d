using System.Net;
using OneDrive.Sdk.Errors;

namespace OneDrive.Sdk;

/// <summary>The service received the request and refused it, or failed while it worked on it.</summary>
public class OneDriveApiException : OneDriveException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="statusCode">The HTTP status of the answer.</param>
    /// <param name="message">What went wrong, free of secrets.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public OneDriveApiException(HttpStatusCode statusCode, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        StatusCode = statusCode;
        IsTransient = IsTransientStatus(statusCode);
    }

    internal OneDriveApiException(string message, ApiErrorDetails details)
        : this(details.StatusCode, message)
    {
        ErrorCode = details.ErrorCode;
        InnerErrorCodes = details.InnerErrorCodes;
        RequestId = details.RequestId;
        ClientRequestId = details.ClientRequestId;
        RetryAfter = details.RetryAfter;
        Claims = details.Claims;
    }

    /// <summary>The HTTP status of the answer.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>
    /// The error code of the service, such as <c>itemNotFound</c>; the set of codes is open, see
    /// https://learn.microsoft.com/graph/errors and <see cref="OneDriveErrorCodes"/>.
    /// </summary>
    /// <value>Null when the answer carried no code.</value>
    public string? ErrorCode { get; init; }

    /// <summary>The more detailed codes inside the error, from the outermost to the innermost.</summary>
    /// <value>Empty when the answer carried none.</value>
    public IReadOnlyList<string> InnerErrorCodes { get; init; } = [];

    /// <summary>The id under which the service logged the request; Microsoft support asks for it.</summary>
    public string? RequestId { get; init; }

    /// <summary>The id that the client gave to the request, as the service returned it.</summary>
    public string? ClientRequestId { get; init; }

    /// <summary>How long the service wants the caller to wait before the next attempt.</summary>
    /// <value>Null when the service did not say.</value>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// The claims that the service demands of the next token (401), as JSON, see
    /// <see href="https://learn.microsoft.com/entra/identity-platform/claims-challenge"/>.
    /// </summary>
    /// <value>Null when the service demanded none.</value>
    public string? Claims { get; init; }

    /// <summary>Whether an earlier attempt of the same call may have been carried out: the collision may be with our own work.</summary>
    internal bool FollowsUnknownOutcome { get; set; }

    /// <summary>
    /// Tells whether the service gave this code, at the top of the error or inside it; upper and lower case are the same.
    /// </summary>
    /// <param name="errorCode">The code to look for, such as <c>pathIsTooLong</c>.</param>
    /// <returns>True when the code is <see cref="ErrorCode"/> or one of <see cref="InnerErrorCodes"/>.</returns>
    public bool HasErrorCode(string errorCode) =>
        string.Equals(ErrorCode, errorCode, StringComparison.OrdinalIgnoreCase)
        || InnerErrorCodes.Contains(errorCode, StringComparer.OrdinalIgnoreCase);

    private static bool IsTransientStatus(HttpStatusCode statusCode) =>
        (int)statusCode is 408 or 423 or 429 or 500 or 502 or 503 or 504 or 509;
}
