using System.Net;
using OneDrive.Sdk.Errors;

namespace OneDrive.Sdk;

/// <summary>The service rejected the request, or failed to process it.</summary>
public class OneDriveApiException : OneDriveException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="statusCode">The HTTP status code of the response.</param>
    /// <param name="message">The message; it must not contain secrets.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public OneDriveApiException(HttpStatusCode statusCode, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        StatusCode = statusCode;
        IsTransient = ResponseClassifier.IsTransient((int)statusCode);
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

    /// <summary>The HTTP status code of the response.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>
    /// The error code of the service, such as <c>itemNotFound</c>; the set of codes is open, see
    /// https://learn.microsoft.com/graph/errors and <see cref="OneDriveErrorCodes"/>.
    /// </summary>
    /// <value>Null when the response carried no code.</value>
    public string? ErrorCode { get; init; }

    /// <summary>The more detailed codes inside the error, from the outermost to the innermost.</summary>
    /// <value>Empty when the response carried none.</value>
    public IReadOnlyList<string> InnerErrorCodes { get; init; } = [];

    /// <summary>The id of the request in the log of the service, for Microsoft support.</summary>
    public string? RequestId { get; init; }

    /// <summary>The id that the client gave to the request, as the service returned it.</summary>
    public string? ClientRequestId { get; init; }

    /// <summary>How long the service requires the caller to wait before the next attempt (<c>Retry-After</c>).</summary>
    /// <value><see langword="null"/> if the service did not return it.</value>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// The claims challenge of the service (401), as JSON, see
    /// <see href="https://learn.microsoft.com/entra/identity-platform/claims-challenge"/>.
    /// </summary>
    /// <value>Null when the service demanded none.</value>
    public string? Claims { get; init; }

    /// <summary>Whether an earlier attempt of the same call may have been executed, so that the conflict may be caused by it.</summary>
    internal bool FollowsUnknownOutcome { get; set; }

    /// <summary>Returns whether the error has this code, at the top level or nested; case-insensitive.</summary>
    /// <param name="errorCode">The code to look for, such as <c>pathIsTooLong</c>.</param>
    /// <returns>True when the code is <see cref="ErrorCode"/> or one of <see cref="InnerErrorCodes"/>.</returns>
    public bool HasErrorCode(string errorCode) =>
        string.Equals(ErrorCode, errorCode, StringComparison.OrdinalIgnoreCase)
        || InnerErrorCodes.Contains(errorCode, StringComparer.OrdinalIgnoreCase);
}
