using System.Net;

namespace OneDrive.Sdk.Errors;

/// <summary>Everything besides the message that a response of the service tells about a failure.</summary>
internal sealed record ApiErrorDetails(
    HttpStatusCode StatusCode,
    string? ErrorCode,
    IReadOnlyList<string> InnerErrorCodes,
    string? RequestId,
    string? ClientRequestId,
    TimeSpan? RetryAfter,
    string? Claims = null);
