using System.Net;
using OneDrive.Sdk.Diagnostics;
using OneDrive.Sdk.Http;

namespace OneDrive.Sdk.Authentication;

/// <summary>Downloads the documents of an issuer: without redirects, with a size limit, and with retries after network failures.</summary>
internal sealed class MetadataReader(HttpMessageInvoker http, RetryRules rules, TimeProvider timeProvider)
{
    private const int LongestDocument = 256 * 1024;

    /// <summary>Gets the document.</summary>
    /// <exception cref="OneDriveAuthenticationException">There is none, or it is too long.</exception>
    /// <exception cref="OneDriveConnectionException">The issuer did not answer after retries.</exception>
    internal async Task<byte[]> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var (document, failure, retryAfter) = await AttemptAsync(address, cancellationToken).ConfigureAwait(false);
            if (document is not null)
            {
                return document;
            }

            if (!failure!.IsTransient || attempt >= rules.Settings.MaxRetryAttempts || !rules.WaitsFor(retryAfter))
            {
                throw failure;
            }

            await Task.Delay(rules.DelayBefore(attempt, retryAfter), timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<(byte[]? Document, OneDriveException? Failure, TimeSpan? RetryAfter)> AttemptAsync(
        Uri address, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(rules.Settings.AttemptTimeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        try
        {
            using var response = await http.SendAsync(request, either.Token).ConfigureAwait(false);
            if (response.StatusCode is not HttpStatusCode.OK)
            {
                return (null, Refused(address, response.StatusCode), RetryAfter.Read(response, timeProvider));
            }

            return await BoundedRead.ToArrayAsync(response.Content, LongestDocument, either.Token).ConfigureAwait(false) is { } document
                ? (document, null, null)
                : (null, new OneDriveAuthenticationException($"GET {UrlRedactor.Redact(address)}: the document is too long."), null);
        }
        catch (Exception failure) when (ConnectionFailure.Is(failure, cancellationToken))
        {
            var reason = timeout.IsCancellationRequested ? "no response before the timeout" : ConnectionFailure.Reason(failure);
            var broken = new OneDriveConnectionException($"GET {UrlRedactor.Redact(address)} did not return a usable response: "
                + $"{reason}.", failure)
            {
                IsTransient = ConnectionFailure.IsTransient(failure),
            };
            return (null, broken, null);
        }
    }

    private static OneDriveAuthenticationException Refused(Uri address, HttpStatusCode status) =>
        new($"GET {UrlRedactor.Redact(address)}: {(int)status}. Redirects are not followed for OpenID metadata.")
        {
            IsTransient = (int)status is 408 or 429 or >= 500,
            Hint = "Check Issuer or TenantId, and the cloud.",
        };
}
