using System.Net;
using System.Net.Http.Headers;
using OneDrive.Sdk.Diagnostics;
using OneDrive.Sdk.Errors;
using OneDrive.Sdk.Http;

namespace OneDrive.Sdk.Authentication;

/// <summary>Downloads the documents of a sign-in: OpenID metadata, signing keys, and the list of the discovery service.</summary>
/// <param name="connection">The connection, which the caller disposes.</param>
/// <param name="hint">What to do if the service returns an error status.</param>
internal sealed class DocumentReader(SignInConnection connection, string hint)
{
    private const int LongestDocument = 256 * 1024;

    /// <summary>Gets a document.</summary>
    /// <param name="address">The address.</param>
    /// <param name="token">The token of the request; null for a public document.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="OneDriveAuthenticationException">The service returned an error status, or the document is too long.</exception>
    /// <exception cref="OneDriveConnectionException">The service did not respond after retries.</exception>
    internal Task<byte[]> GetAsync(Uri address, AccessToken? token, CancellationToken cancellationToken) =>
        connection.RetryAsync(attempt => AttemptAsync(address, token, attempt), onRetry: null, cancellationToken);

    private async Task<SignInAttempt<byte[]>> AttemptAsync(Uri address, AccessToken? token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token.Value);
        return await connection.SendAsync(
            request, operation: "", LongestDocument, (response, body) => Judge(address, response, body), cancellationToken)
            .ConfigureAwait(false);
    }

    private SignInAttempt<byte[]> Judge(Uri address, HttpResponseMessage response, byte[]? body)
    {
        if (response.StatusCode is HttpStatusCode.OK)
        {
            return body is null
                ? new SignInAttempt<byte[]>
                {
                    Failure = new OneDriveAuthenticationException(
                        $"GET {UrlRedactor.Redact(address)}: the document is longer than 256 KiB."),
                }
                : new SignInAttempt<byte[]> { Response = body };
        }

        var status = (int)response.StatusCode;
        var isTransient = ResponseClassifier.IsWorthAnotherAttempt(status);
        return new SignInAttempt<byte[]>
        {
            Failure = new OneDriveAuthenticationException($"GET {UrlRedactor.Redact(address)}: {status}. Redirects are not followed.")
            {
                IsTransient = isTransient,
                Hint = hint,
            },
            Retry = isTransient ? SignInRetry.Usual : SignInRetry.Never,
            RetryAfter = RetryAfter.Read(response, connection.TimeProvider),
        };
    }
}
