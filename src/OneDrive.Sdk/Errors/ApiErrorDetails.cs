using System.Net;

namespace OneDrive.Sdk.Errors;

/// <summary>The details of a failure in a response, except the message.</summary>
internal sealed record ApiErrorDetails(
    HttpStatusCode StatusCode,
    string? ErrorCode,
    IReadOnlyList<string> InnerErrorCodes,
    string? RequestId,
    string? ClientRequestId,
    TimeSpan? RetryAfter,
    string? Claims = null);
