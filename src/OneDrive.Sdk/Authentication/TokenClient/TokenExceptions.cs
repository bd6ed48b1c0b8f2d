using System.Globalization;
using System.Net;
using OneDrive.Sdk.Errors;

namespace OneDrive.Sdk.Authentication;

/// <summary>The only place that maps errors of the token endpoint to exceptions and retries.</summary>
internal static class TokenExceptions
{
    private const int LongestCode = 64;
    private const int LongestForeignText = 512;

    // Microsoft's own library stays away for as long when the service says that a client is in a loop.
    private static readonly TimeSpan PauseAfterLoop = TimeSpan.FromSeconds(60);

    /// <summary>The endpoint answered with something other than a token.</summary>
    internal static SignInAttempt<TokenResponse> From(
        HttpStatusCode statusCode,
        TimeSpan? retryAfter,
        TokenResponse? answer,
        string foreignText,
        TokenForm form,
        SignInContext context,
        string requestId)
    {
        var status = (int)statusCode;
        var isLoop = answer?.ErrorCodes.Contains(AadErrorCodes.ClientLoop) == true;
        var wait = isLoop && retryAfter is null ? PauseAfterLoop : retryAfter;
        var message = Message(status, answer, foreignText, form, context, requestId, out var hint);
        var reason = string.Create(CultureInfo.InvariantCulture, $"{status} {form.Clean(answer?.Error, LongestCode)}").TrimEnd();
        if (wait is not null || status is 429 or 503)
        {
            return new SignInAttempt<TokenResponse>
            {
                Failure = ErrorReader.Throttled(
                    message, new ApiErrorDetails(statusCode, Code(answer?.Error, form), [], Id(answer?.TraceId), requestId, wait)),
                Retry = isLoop ? SignInRetry.Never : SignInRetry.Usual,
                MayBeDone = !ResponseClassifier.NothingWasDone(status, retryAfter),
                RetryAfter = wait,
                Reason = reason,
            };
        }

        var isTransient = status is 408 or 500 or 502 or 504 || answer?.Error is "server_error" or "temporarily_unavailable";
        var retry = isTransient ? SignInRetry.Usual
            : answer is null ? SignInRetry.Never
            : answer.ErrorCodes.Contains(AadErrorCodes.AssertionOutsideTimeRange) ? SignInRetry.WithCorrectedClock
            : AadErrorCodes.IsPassing(answer.ErrorCodes) ? SignInRetry.Once
            : SignInRetry.Never;
        return new SignInAttempt<TokenResponse>
        {
            Failure = new OneDriveAuthenticationException(message)
            {
                Error = Code(answer?.Error, form),
                SubError = Code(answer?.SubError, form),
                ErrorCodes = answer?.ErrorCodes ?? [],
                Hint = hint,
                CorrelationId = Id(answer?.CorrelationId) ?? requestId,
                TraceId = Id(answer?.TraceId),
                Claims = answer?.Claims,
                RequiresSignIn = answer is not null
                    && (
                        answer.Claims is not null
                            || answer.Error is "interaction_required" or "invalid_grant" or "consent_required" or "login_required"
                                or "expired_token" or "bad_verification_code"),
                IsTransient = isTransient || retry is SignInRetry.Once,
            },
            Retry = retry,
            MayBeDone = isTransient || answer is null,
            Reason = reason,
        };
    }

    /// <summary>The <c>Retry-After</c> of the endpoint has not elapsed; no request was sent.</summary>
    internal static ThrottledException StillPaused(ThrottledException refusal, TimeSpan remaining) => ErrorReader.Throttled(
        $"The request was not sent, because the token endpoint returned Retry-After: {refusal.Message}",
        new ApiErrorDetails(refusal.StatusCode, refusal.ErrorCode, [], refusal.RequestId, refusal.ClientRequestId, remaining));

    /// <summary>The endpoint returned success, but not a usable token.</summary>
    internal static SignInAttempt<TokenResponse> Unusable(string what, SignInContext context, string requestId) => new()
    {
        Failure = new OneDriveAuthenticationException($"{context.Operation}: {what} (client-request-id {requestId}).")
        {
            CorrelationId = requestId,
            Hint = "Check that the token URL is the OAuth 2.0 v2.0 token endpoint, and that no proxy answers instead of it.",
        },
        Reason = what,
    };

    private static string Message(
        int status, TokenResponse? answer, string foreignText, TokenForm form, SignInContext context, string requestId, out string? hint)
    {
        hint = null;
        var start = string.Create(CultureInfo.InvariantCulture, $"{context.Operation}: {status}");
        if (answer is null)
        {
            var words = form.Clean(foreignText, LongestForeignText);
            return words.Length > 0
                ? $"{start}, without an OAuth 2.0 error response — {words} (client-request-id {requestId})"
                : $"{start}, without an error description (client-request-id {requestId})";
        }

        hint = AadErrorHints.For(answer.ErrorCodes, answer.Description, context, form.CertificateThumbprint);
        var error = Code(answer.Error, form) is { } code ? " " + code : "";
        var description = form.Clean(WithoutIds(answer.Description)) is { Length: > 0 } text ? $" — {text}" : "";
        var advice = hint is null ? "" : $" Hint: {hint}";
        return $"{start}{error}{description}{advice} (correlation-id {Id(answer.CorrelationId) ?? requestId})";
    }

    // The ids and the time that follow the sentence have fields of their own.
    private static string? WithoutIds(string? description)
    {
        var end = description?.IndexOf("Trace ID:", StringComparison.Ordinal) ?? -1;
        return end > 0 ? description![..end] : description;
    }

    private static string? Code(string? text, TokenForm form) => form.Clean(text, LongestCode) is { Length: > 0 } code ? code : null;

    private static string? Id(string? text) =>
        text is { Length: > 0 and <= 64 } && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-') ? text : null;
}
