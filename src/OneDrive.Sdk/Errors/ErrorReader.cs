using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using OneDrive.Sdk.Diagnostics;

namespace OneDrive.Sdk.Errors;

/// <summary>The only place that maps error responses of the service to exceptions.</summary>
internal static class ErrorReader
{
    private const int MaximumIdLength = 128;

    private static readonly string[] Resyncs =
    [
        OneDriveErrorCodes.ResyncRequired,
        OneDriveErrorCodes.ResyncChangesApplyDifferences,
        OneDriveErrorCodes.ResyncChangesUploadDifferences,
        OneDriveErrorCodes.SyncStateNotFound,
        OneDriveErrorCodes.SyncStateInvalid,
    ];

    /// <summary>The message of the service for a link that it no longer accepts; it does not have an error code.</summary>
    private const string InvalidPagingToken = "paging token";

    /// <summary>Maps an error response to an exception; an unreadable body does not cause a failure.</summary>
    /// <param name="method">The HTTP method of the request.</param>
    /// <param name="path">The path of the request; a query string in it is left out of the message.</param>
    /// <param name="statusCode">The status of the response.</param>
    /// <param name="headers">The headers of the response; null when there are none.</param>
    /// <param name="body">The body of the response, or the beginning of it.</param>
    /// <param name="retryAfter">The <c>Retry-After</c> of the response.</param>
    /// <returns>The exception to throw.</returns>
    internal static OneDriveApiException Read(
        HttpMethod method, string path, HttpStatusCode statusCode, HttpHeaders? headers, ReadOnlySpan<byte> body, TimeSpan? retryAfter)
    {
        var error = ErrorBody.Read(body);
        var errorCode = TopCode(error.Codes);
        var details = new ApiErrorDetails(
            statusCode,
            errorCode,
            [.. error.Codes.Where(code => code != errorCode)],
            Id(headers, error.RequestId, "request-id", "SPRequestGuid"),
            Id(headers, error.ClientRequestId, "client-request-id"),
            retryAfter,
            statusCode is HttpStatusCode.Unauthorized ? ClaimsChallenge.Read(headers) : null);
        var message = Message(method, path, details, error.Message);
        return (int)statusCode == 403 && headers?.NonValidated.Contains("X-Virus-Infected") is true
            ? new MalwareDetectedException($"{message}: the service detected malware in the file.", details)
            : Create(message, details, headers);
    }

    /// <summary>
    /// Maps an error of a change request: status 410 invalidates the checkpoint with any code, and the resync codes do with any status
    /// (<see href="https://learn.microsoft.com/graph/delta-query-overview#synchronization-reset"/>).
    /// </summary>
    /// <param name="error">The rejection as any other call would see it.</param>
    /// <param name="restart">Where the service says to start again; null when it does not.</param>
    /// <returns>The exception to throw.</returns>
    internal static OneDriveApiException ReadOfChanges(OneDriveApiException error, DeltaCheckpoint? restart) =>
        error.StatusCode is HttpStatusCode.Gone
        || ((int)error.StatusCode is >= 400 and < 500 && Resyncs.Any(error.HasErrorCode))
        || (error.StatusCode is HttpStatusCode.BadRequest
            && error.Message.Contains(InvalidPagingToken, StringComparison.OrdinalIgnoreCase))
            ? new ResyncRequiredException(
                error.Message,
                new ApiErrorDetails(
                    error.StatusCode, error.ErrorCode, error.InnerErrorCodes, error.RequestId, error.ClientRequestId, error.RetryAfter),
                restart)
            : error;

    /// <summary>
    /// The request was not sent, because an earlier response contained a <c>Retry-After</c> longer than the allowed maximum.
    /// </summary>
    internal static ThrottledException NotSent(string message, TimeSpan retryAfter) =>
        new(message, new ApiErrorDetails(HttpStatusCode.TooManyRequests, null, [], null, null, retryAfter));

    /// <summary>An item that an operation of several requests requires does not exist.</summary>
    internal static ItemNotFoundException NotFound(string message) => new(HttpStatusCode.NotFound, message);

    /// <summary>A batch step was not executed, because a step that it depends on failed.</summary>
    internal static OneDriveApiException DependencyFailed(string message) => new(HttpStatusCode.FailedDependency, message);

    /// <summary>A conflicting item exists where an operation of several requests creates its own.</summary>
    internal static ItemConflictException Conflict(string message) => new(HttpStatusCode.Conflict, message);

    /// <summary>
    /// The name is still in use although the existing item may be replaced: another item, which is not visible, holds the name.
    /// </summary>
    internal static ItemConflictException NameInUse(OneDriveApiException refusal) => new(
        refusal.StatusCode,
        refusal.Message + " No item with this name is visible; another upload with this name may be in progress. Try again later.",
        refusal)
    {
        IsTransient = true,
        ErrorCode = refusal.ErrorCode,
        InnerErrorCodes = refusal.InnerErrorCodes,
        RequestId = refusal.RequestId,
        ClientRequestId = refusal.ClientRequestId,
    };

    /// <summary>The name is in use by a file of another origin, after the response to the own request was lost.</summary>
    internal static ItemConflictException OtherFile(OneDriveApiException refusal, long? length) => new(
        refusal.StatusCode,
        string.Create(
            CultureInfo.InvariantCulture,
            $"{refusal.Message} A file of {length} bytes exists at the destination, but it cannot be verified that this upload created it. "
            + $"It was not changed."),
        refusal)
    {
        ErrorCode = refusal.ErrorCode,
        InnerErrorCodes = refusal.InnerErrorCodes,
        RequestId = refusal.RequestId,
        ClientRequestId = refusal.ClientRequestId,
    };

    /// <summary>The error of another service, such as the token endpoint, that throttles the client.</summary>
    /// <param name="message">The message; it must not contain secrets.</param>
    /// <param name="details">What else the response told.</param>
    /// <returns>The exception to throw.</returns>
    internal static ThrottledException Throttled(string message, ApiErrorDetails details) => new(message, details);

    private static OneDriveApiException Create(string message, ApiErrorDetails details, HttpHeaders? headers) =>
        (int)details.StatusCode switch
        {
            410 when Resyncs.Any(code => Has(details, code)) => new ResyncRequiredException(message, details, Restart(headers)),
            429 or 503 or 509 => new ThrottledException(message, details),
            507 => new QuotaExceededException(message, details),
            404 => new ItemNotFoundException(message, details),
            412 => new PreconditionFailedException(message, details),
            423 => new ResourceLockedException(message, details),

            // Some responses contain the reason only in the code: a stale eTag as 409, a full drive or throttling as a generic error.
            409 when Has(details, OneDriveErrorCodes.ResourceModified) => new PreconditionFailedException(message, details),
            _ when Has(details, OneDriveErrorCodes.QuotaLimitReached) => new QuotaExceededException(message, details),
            _ when Has(details, OneDriveErrorCodes.ActivityLimitReached) => new ThrottledException(message, details),
            409 => new ItemConflictException(message, details),

            // An error that came with a status of success.
            < 400 when Has(details, OneDriveErrorCodes.ItemNotFound) => new ItemNotFoundException(message, details),
            _ => new OneDriveApiException(message, details),
        };

    private static DeltaCheckpoint? Restart(HttpHeaders? headers) =>
        headers is not null
        && headers.NonValidated.TryGetValues("Location", out var values)
        && Uri.TryCreate(values.ToString(), UriKind.Absolute, out _)
            ? new DeltaCheckpoint(values.ToString())
            : null;

    private static bool Has(ApiErrorDetails details, string code) =>
        string.Equals(details.ErrorCode, code, StringComparison.OrdinalIgnoreCase)
        || details.InnerErrorCodes.Contains(code, StringComparer.OrdinalIgnoreCase);

    // The top code may be the status again ("429"); then the first one inside says more.
    private static string? TopCode(IReadOnlyList<string> codes) =>
        codes.FirstOrDefault(code => !code.All(char.IsAsciiDigit)) ?? (codes.Count > 0 ? codes[0] : null);

    private static string Message(HttpMethod method, string path, ApiErrorDetails details, string? serverMessage)
    {
        var text = new StringBuilder()
            .Append(method.Method)
            .Append(' ')
            .Append(PathOnly(path))
            .Append(CultureInfo.InvariantCulture, $": {(int)details.StatusCode}");
        if (details.ErrorCode is not null)
            text.Append(' ').Append(details.ErrorCode);
        if (ServerText.Clean(serverMessage) is { Length: > 0 } words)
            text.Append(" — ").Append(words);
        if (details.RequestId is not null)
            text.Append(" (request-id ").Append(details.RequestId).Append(')');
        return text.ToString();
    }

    // The caller passes a sanitized path; this is a second safeguard.
    private static string PathOnly(string path)
    {
        if (path.Contains("://", StringComparison.Ordinal))
            return ServerText.Clean(path);
        var query = path.IndexOf('?', StringComparison.Ordinal);
        return UrlRedactor.HideShares(query < 0 ? path : path[..query]);
    }

    private static string? Id(HttpHeaders? headers, string? fromBody, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (headers is not null && headers.TryGetValues(name, out var values) && Identifier(values.FirstOrDefault()) is { } id)
                return id;
        }

        return Identifier(fromBody);
    }

    private static string? Identifier(string? text) =>
        text is { Length: > 0 and <= MaximumIdLength }
            && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_')
            ? text
            : null;
}
