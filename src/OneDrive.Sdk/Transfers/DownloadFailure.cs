using OneDrive.Sdk.Http;

namespace OneDrive.Sdk.Transfers;

/// <summary>Why an attempt at a download ended before the file did.</summary>
/// <param name="Error">What to throw when there are no more attempts.</param>
/// <param name="RetryAfter">The wish of the service.</param>
/// <param name="IsHarmless">Whether it is part of normal life, such as an address whose time is over.</param>
internal sealed record DownloadFailure(OneDriveException Error, TimeSpan? RetryAfter = null, bool IsHarmless = false)
{
    /// <summary>Judges an answer without bytes; one that no further attempt can change is thrown.</summary>
    /// <param name="transport">Reads the answer.</param>
    /// <param name="response">The answer.</param>
    /// <param name="hasBytes">Whether some bytes of the file are here already.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    internal static async Task<DownloadFailure> ReadAsync(
        GraphTransport transport, HttpResponseMessage response, bool hasBytes, CancellationToken cancellationToken)
    {
        var error = await transport.ReadErrorAsync(response, cancellationToken).ConfigureAwait(false);
        var isAnonymous = RequestTraits.Of(response.RequestMessage!).IsAnonymous;
        return (int)error.StatusCode switch
        {
            // The address is good for a short time only; the next attempt gets a new one.
            401 or 403 or 404 or 410 when isAnonymous => new DownloadFailure(error, IsHarmless: true),

            // The file has become shorter than what is here already: the check that follows will see that it is another one.
            416 when isAnonymous && hasBytes => new DownloadFailure(error),
            408 or 429 or >= 500 when isAnonymous && error is not QuotaExceededException => new DownloadFailure(error, error.RetryAfter),
            _ => throw error,
        };
    }
}
