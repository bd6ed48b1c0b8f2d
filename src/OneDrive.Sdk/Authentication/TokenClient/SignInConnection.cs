using System.Net;
using OneDrive.Sdk.Diagnostics;
using OneDrive.Sdk.Http;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// The connection to the services of a sign-in, with the retry loop of all its requests. The handlers of clients are not used, because they
/// need a token. Redirects are not followed, cookies are not stored, and responses are not decompressed.
/// </summary>
internal sealed class SignInConnection : IDisposable
{
    private readonly HttpMessageInvoker _http;
    private readonly RetryRules _rules;

    /// <summary>Creates the connection.</summary>
    /// <param name="transport">The handler, which the caller disposes; null for a new one.</param>
    /// <param name="maxRetryAfter">The longest <c>Retry-After</c> that is honored.</param>
    /// <param name="timeProvider">The time provider; null for the one of the system.</param>
    internal SignInConnection(HttpMessageHandler? transport, TimeSpan maxRetryAfter, TimeProvider? timeProvider)
    {
        TimeProvider = timeProvider ?? TimeProvider.System;
        _http = new HttpMessageInvoker(transport ?? CreateTransport(), disposeHandler: transport is null);
        _rules = CreateRules(maxRetryAfter);
    }

    internal TimeProvider TimeProvider { get; }

    public void Dispose() => _http.Dispose();

    /// <summary>Attempts until one succeeds or another cannot help.</summary>
    /// <param name="attempt">One attempt. Its exceptions end the request.</param>
    /// <param name="onRetry">Called before each retry with the failed attempt, the number of the next one, and the delay.</param>
    /// <param name="cancellationToken">Cancels the attempts and the waits between them.</param>
    internal async Task<T> RetryAsync<T>(
        Func<CancellationToken, Task<SignInAttempt<T>>> attempt,
        Action<SignInAttempt<T>, int, TimeSpan>? onRetry,
        CancellationToken cancellationToken)
        where T : class
    {
        var isExtraUsed = false;
        var isClockUsed = false;
        for (var retries = 0; ; retries++)
        {
            var result = await attempt(cancellationToken).ConfigureAwait(false);
            if (result.Response is { } response)
            {
                return response;
            }

            var isAllowed = _rules.WaitsFor(result.RetryAfter) && result.Retry switch
            {
                SignInRetry.Usual => retries < _rules.Settings.MaxRetryAttempts,
                SignInRetry.Once => !isExtraUsed && (isExtraUsed = true),
                SignInRetry.WithCorrectedClock => !isClockUsed && (isClockUsed = true),
                _ => false,
            };
            if (!isAllowed)
            {
                throw result.Failure!;
            }

            var delay = result.Retry is SignInRetry.WithCorrectedClock ? TimeSpan.Zero : _rules.DelayBefore(retries, result.RetryAfter);
            onRetry?.Invoke(result, retries + 2, delay);
            await Task.Delay(delay, TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Sends one request and reads its whole response.</summary>
    /// <param name="request">The request.</param>
    /// <param name="operation">The start of messages: empty, or what is done and a colon.</param>
    /// <param name="longestBody">The maximum length of the body, in bytes.</param>
    /// <param name="judge">Judges the response; its body is null if it is too long.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    internal async Task<SignInAttempt<T>> SendAsync<T>(
        HttpRequestMessage request,
        string operation,
        int longestBody,
        Func<HttpResponseMessage, byte[]?, SignInAttempt<T>> judge,
        CancellationToken cancellationToken)
        where T : class
    {
        using var timeout = new CancellationTokenSource(_rules.Settings.AttemptTimeout, TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        try
        {
            using var response = await _http.SendAsync(request, either.Token).ConfigureAwait(false);
            return judge(response, await ReadAsync(response.Content, longestBody, either.Token).ConfigureAwait(false));
        }
        catch (Exception failure) when (ConnectionFailure.Is(failure, cancellationToken))
        {
            var isTransient = ConnectionFailure.IsTransient(failure);
            var reason = timeout.IsCancellationRequested ? "no response before the timeout" : ConnectionFailure.Reason(failure);
            return new SignInAttempt<T>
            {
                Failure = new OneDriveConnectionException(
                    $"{operation}{request.Method} {UrlRedactor.Redact(request.RequestUri)} did not return a usable response: {reason}.",
                    failure)
                {
                    IsTransient = isTransient,
                },
                Retry = isTransient ? SignInRetry.Usual : SignInRetry.Never,
                MayBeDone = !ConnectionFailure.IsBeforeSending(failure),
                Reason = reason,
            };
        }
    }

    /// <summary>Reads the body; null if it is too long.</summary>
    private static async Task<byte[]?> ReadAsync(HttpContent content, int longestBody, CancellationToken cancellationToken)
    {
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using var body = new MemoryStream();
            var part = new byte[8 * 1024];
            int length;
            while ((length = await stream.ReadAsync(part, cancellationToken).ConfigureAwait(false)) > 0)
            {
                if (body.Length + length > longestBody)
                {
                    return null;
                }

                body.Write(part, 0, length);
            }

            return body.ToArray();
        }
    }

    private static SocketsHttpHandler CreateTransport() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    /// <summary>Up to three retries after 1, 2 and 4 seconds with jitter; 30 seconds for one attempt.</summary>
    private static RetryRules CreateRules(TimeSpan maxRetryAfter) => new(RetrySettings.From(new OneDriveRetryOptions
    {
        Mode = RetryMode.Any,
        MaxRetryAttempts = 3,
        MaxElapsed = TimeSpan.FromMinutes(15),
        BaseDelay = TimeSpan.FromSeconds(1),
        MaxDelay = TimeSpan.FromSeconds(10),
        MaxRetryAfter = maxRetryAfter,
        AttemptTimeout = TimeSpan.FromSeconds(30),
    }) with
    { IsMaxRetryAttemptsSet = false });
}
