using System.Net;
using System.Text;
using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Diagnostics;
using OneDrive.Sdk.Http;

namespace OneDrive.Sdk.Authentication;

/// <summary>Sends the token requests of all grants. Each attempt authenticates the application anew, with a new assertion.</summary>
/// <param name="connection">The connection, which the caller disposes.</param>
/// <param name="credential">The credential of the application; null for a public client.</param>
/// <param name="logger">The logger.</param>
internal sealed class TokenClient(SignInConnection connection, IClientCredential? credential, ILogger logger)
{
    private const int LongestResponse = 1024 * 1024;
    private const int LongestForeignText = 4096;

    private readonly EndpointClock _clock = new(connection.TimeProvider, logger);

    /// <summary>The offset of the endpoint's clock, if it is known and significant.</summary>
    internal TimeSpan ClockSkew => _clock.Skew;

    /// <summary>Requests tokens, and retries if it is safe and useful.</summary>
    internal async Task<TokenSet> RequestAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        var response = await connection.RetryAsync(
            token => AttemptAsync(request, TokenSet.ProblemOf, token), Retried(request), cancellationToken).ConfigureAwait(false);
        var tokens = TokenSet.From(response);
        Log.TokenFetched(logger, request.Context.Operation, tokens.AccessToken.ExpiresOn, request.Id);
        return tokens;
    }

    /// <summary>Sends a request to another endpoint of the service, and retries if it is safe and useful.</summary>
    /// <param name="request">The request.</param>
    /// <param name="problemOf">Returns the problem of a successful response; null if it can be used.</param>
    /// <param name="cancellationToken">Cancels the request and the waits between attempts.</param>
    internal Task<TokenResponse> SendAsync(
        TokenRequest request, Func<TokenResponse, string?> problemOf, CancellationToken cancellationToken) =>
        connection.RetryAsync(token => AttemptAsync(request, problemOf, token), Retried(request), cancellationToken);

    private Action<SignInAttempt<TokenResponse>, int, TimeSpan> Retried(TokenRequest request) => (failed, number, delay) =>
    {
        var operation = request.Context.Operation;
        CallMetrics.Retried(operation, (int?)(failed.Failure as OneDriveApiException)?.StatusCode, "token");
        Log.RetryTokenRequest(logger, operation, failed.Reason, number, delay, request.Id);
    };

    private async Task<SignInAttempt<TokenResponse>> AttemptAsync(
        TokenRequest request, Func<TokenResponse, string?> problemOf, CancellationToken cancellationToken)
    {
        var context = request.Context;
        var skew = _clock.Skew;
        var form = new TokenForm(request);
        if (credential is not null)
        {
            await credential.AddToAsync(form, context, skew, cancellationToken).ConfigureAwait(false);
        }

        var sentAt = connection.TimeProvider.GetUtcNow();
        using var message = new HttpRequestMessage(HttpMethod.Post, request.Endpoint ?? context.Authority.TokenEndpoint);
        message.Content = new FormUrlEncodedContent(form.Fields);
        message.Headers.TryAddWithoutValidation("client-request-id", request.Id);
        message.Headers.TryAddWithoutValidation("return-client-request-id", "true");
        var result = await connection.SendAsync(
            message,
            $"{context.Operation}: ",
            LongestResponse,
            (response, body) =>
            {
                _clock.Observe(response);
                return body is null
                    ? TokenExceptions.Unusable("the response of the token endpoint is longer than 1 MiB", context, request.Id)
                    : Judge(response, TokenResponse.Read(body, sentAt), body, problemOf, form, context, request.Id);
            },
            request.CompletesWhenCancelled ? CancellationToken.None : cancellationToken).ConfigureAwait(false);
        Instruments.TokenRequests.Add(1, new System.Diagnostics.TagList
        {
            { "onedrive.outcome", result.Response is null ? "failed" : "granted" }, { "onedrive.cause", context.Operation },
        });
        var helps = !request.IsRepeatedByCaller && (request.IsRepeatable || !result.MayBeDone)
            && (result.Retry is not SignInRetry.WithCorrectedClock || _clock.HasMovedSince(skew));
        return helps ? result : result.WithoutRetry();
    }

    private SignInAttempt<TokenResponse> Judge(
        HttpResponseMessage response,
        TokenResponse? content,
        byte[] body,
        Func<TokenResponse, string?> problemOf,
        TokenForm form,
        SignInContext context,
        string requestId)
    {
        if (response.StatusCode is HttpStatusCode.OK && content is { Error: null })
        {
            return problemOf(content) is { } problem
                ? TokenExceptions.Unusable(problem, context, requestId)
                : new SignInAttempt<TokenResponse> { Response = content };
        }

        if ((int)response.StatusCode is >= 300 and < 400)
        {
            return TokenExceptions.Unusable(
                "the token endpoint returned a redirect, which is not followed because the request contains credentials",
                context,
                requestId);
        }

        if (response.IsSuccessStatusCode && content is not { Error: not null })
        {
            return TokenExceptions.Unusable("the response of the token endpoint is not a JSON token response", context, requestId);
        }

        var foreignText = content is null ? Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, LongestForeignText))) : "";
        return TokenExceptions.From(
            response.StatusCode, RetryAfter.Read(response, connection.TimeProvider), content, foreignText, form, context, requestId);
    }
}
