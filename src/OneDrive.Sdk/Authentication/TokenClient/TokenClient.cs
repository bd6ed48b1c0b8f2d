using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Diagnostics;
using OneDrive.Sdk.Http;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Requests tokens from one OAuth token endpoint. It has its own connection and retry loop: a token request must not require a token, and
/// every attempt contains a new assertion.
/// </summary>
internal sealed class TokenClient(HttpMessageInvoker http, RetryRules rules, TimeProvider timeProvider, ILogger logger)
{
    private const int LongestAnswer = 1024 * 1024;

    private readonly EndpointClock _clock = new(timeProvider, logger);

    /// <summary>The offset of the endpoint's clock, if it is known and significant.</summary>
    internal TimeSpan ClockSkew => _clock.Skew;

    /// <summary>Gets a token, with a new assertion for each attempt.</summary>
    /// <param name="context">The sign-in.</param>
    /// <param name="createForm">Creates the form of one attempt; its argument is the offset of the endpoint's clock.</param>
    /// <param name="cancellationToken">Cancels the request and the waits between attempts.</param>
    internal async Task<AccessToken> RequestAsync(
        SignInContext context, Func<TimeSpan, CancellationToken, ValueTask<TokenForm>> createForm, CancellationToken cancellationToken) =>
        (await RequestGrantAsync(context, createForm, isRepeatable: true, cancellationToken).ConfigureAwait(false)).AccessToken;

    /// <summary>Gets the complete token response.</summary>
    /// <param name="context">The sign-in.</param>
    /// <param name="createForm">Creates the form of one attempt; its argument is the offset of the endpoint's clock.</param>
    /// <param name="isRepeatable">Whether the form may be sent again although the endpoint may have accepted it.</param>
    /// <param name="cancellationToken">Cancels the request and the waits between attempts.</param>
    internal async Task<TokenSet> RequestGrantAsync(
        SignInContext context,
        Func<TimeSpan, CancellationToken, ValueTask<TokenForm>> createForm,
        bool isRepeatable,
        CancellationToken cancellationToken)
    {
        var address = context.Authority.TokenEndpoint;
        var reply = await AskAsync(
            context, address, createForm, TokenSet.Refuse, isRepeatable, cancellationToken).ConfigureAwait(false);
        var granted = TokenSet.From(reply);
        Log.TokenFetched(logger, context.Operation, granted.AccessToken.ExpiresOn, reply.RequestId);
        return granted;
    }

    /// <summary>Sends a request to an endpoint of the same service, and retries if it is safe and useful.</summary>
    /// <param name="context">The sign-in.</param>
    /// <param name="address">The endpoint.</param>
    /// <param name="createForm">Creates the form of one attempt; its argument is the offset of the endpoint's clock.</param>
    /// <param name="refuse">Returns the problem of a successful response; null if it can be used.</param>
    /// <param name="isRepeatable">Whether the form may be sent again although the endpoint may have accepted it.</param>
    /// <param name="cancellationToken">Cancels the request and the waits between attempts.</param>
    internal async Task<TokenReply> AskAsync(
        SignInContext context,
        Uri address,
        Func<TimeSpan, CancellationToken, ValueTask<TokenForm>> createForm,
        Func<TokenResponse, string?> refuse,
        bool isRepeatable,
        CancellationToken cancellationToken)
    {
        var requestId = Guid.NewGuid().ToString("D", CultureInfo.InvariantCulture);
        var retries = 0;
        var isExtraUsed = false;
        var isClockUsed = false;
        while (true)
        {
            var skew = _clock.Skew;
            var form = await createForm(skew, cancellationToken).ConfigureAwait(false);
            var patience = context.AwaitsEveryAnswer ? CancellationToken.None : cancellationToken;
            var outcome = await AttemptAsync(context, address, form, refuse, requestId, patience).ConfigureAwait(false);
            Instruments.TokenRequests.Add(1, new System.Diagnostics.TagList
            {
                { "onedrive.outcome", outcome.Reply is null ? "failed" : "granted" }, { "onedrive.cause", context.Operation },
            });
            if (outcome.Reply is { } reply)
            {
                return reply;
            }

            var isSafe = !context.IsRepeatedByCaller && (isRepeatable || !outcome.MayBeDone);
            var isAllowed = isSafe && rules.WaitsFor(outcome.RetryAfter) && outcome.Retry switch
            {
                TokenRetry.Usual => retries < rules.Settings.MaxRetryAttempts,
                TokenRetry.Once => !isExtraUsed && (isExtraUsed = true),
                TokenRetry.WithCorrectedClock => !isClockUsed && _clock.HasMovedSince(skew) && (isClockUsed = true),
                _ => false,
            };
            if (!isAllowed)
            {
                throw outcome.Failure!;
            }

            var delay = outcome.Retry is TokenRetry.WithCorrectedClock ? TimeSpan.Zero : rules.DelayBefore(retries, outcome.RetryAfter);
            retries++;
            CallMetrics.Retried(context.Operation, (int?)(outcome.Failure as OneDriveApiException)?.StatusCode, "token");
            Log.RetryTokenRequest(logger, context.Operation, outcome.Reason, retries + 1, delay, requestId);
            await Task.Delay(delay, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<TokenAttempt> AttemptAsync(
        SignInContext context,
        Uri address,
        TokenForm form,
        Func<TokenResponse, string?> refuse,
        string requestId,
        CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(rules.Settings.AttemptTimeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        using var request = CreateRequest(address, form, requestId);
        try
        {
            var sentAt = timeProvider.GetUtcNow();
            using var response = await http.SendAsync(request, either.Token).ConfigureAwait(false);
            _clock.Observe(response);
            var body = await BoundedRead.ToArrayAsync(response.Content, LongestAnswer, either.Token).ConfigureAwait(false);
            return body is null
                ? TokenExceptions.Unusable("the response of the token endpoint is longer than 1 MiB", context, requestId)
                : Judge(response, body, sentAt, form, refuse, context, requestId);
        }
        catch (Exception failure) when (ConnectionFailure.Is(failure, cancellationToken))
        {
            var isTransient = ConnectionFailure.IsTransient(failure);
            var reason = timeout.IsCancellationRequested ? "no response before the timeout" : ConnectionFailure.Reason(failure);
            return new TokenAttempt
            {
                Failure = new OneDriveConnectionException(
                    $"{context.Operation}: POST {UrlRedactor.Redact(address)} did not return a usable response: {reason}.",
                    failure)
                {
                    IsTransient = isTransient,
                },
                Retry = isTransient ? TokenRetry.Usual : TokenRetry.Never,
                MayBeDone = !ConnectionFailure.IsBeforeSending(failure),
                Reason = reason,
            };
        }
    }

    private static HttpRequestMessage CreateRequest(Uri address, TokenForm form, string requestId)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(form.Fields) };
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("client-request-id", requestId);
        request.Headers.TryAddWithoutValidation("return-client-request-id", "true");
        return request;
    }

    private TokenAttempt Judge(
        HttpResponseMessage response,
        ReadOnlyMemory<byte> body,
        DateTimeOffset sentAt,
        TokenForm form,
        Func<TokenResponse, string?> refuse,
        SignInContext context,
        string requestId)
    {
        var answer = TokenResponse.Read(body);
        if (response.StatusCode is HttpStatusCode.OK && answer is { Error: null })
        {
            return refuse(answer) is { } refusal
                ? TokenExceptions.Unusable(refusal, context, requestId)
                : new TokenAttempt { Reply = new TokenReply(answer, sentAt, requestId) };
        }

        if ((int)response.StatusCode is >= 300 and < 400)
        {
            return TokenExceptions.Unusable(
                "the token endpoint returned a redirect, which is not followed because the request contains "
                + "credentials", context, requestId);
        }

        if (response.IsSuccessStatusCode && answer is not { Error: not null })
        {
            return TokenExceptions.Unusable("the response of the token endpoint is not a JSON token response", context, requestId);
        }

        var foreignText = answer is null ? Encoding.UTF8.GetString(body.Span[..Math.Min(body.Length, 4096)]) : "";
        return TokenExceptions.From(
            response.StatusCode, RetryAfter.Read(response, timeProvider), answer, foreignText, form, context, requestId);
    }
}
