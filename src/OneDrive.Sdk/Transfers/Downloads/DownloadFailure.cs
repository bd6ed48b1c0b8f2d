using OneDrive.Sdk.Errors;
using OneDrive.Sdk.Http;

namespace OneDrive.Sdk.Transfers;

/// <summary>Why an attempt at a download ended before the file did.</summary>
/// <param name="Error">What to throw when there are no more attempts.</param>
/// <param name="RetryAfter">The <c>Retry-After</c> of the service.</param>
/// <param name="IsHarmless">Whether it is part of normal life, such as an address whose time is over.</param>
internal sealed record DownloadFailure(OneDriveException Error, TimeSpan? RetryAfter = null, bool IsHarmless = false)
{
    /// <summary>Whether the attempt was made to learn something, and is not counted.</summary>
    internal bool IsFree { get; init; }

    /// <summary>Whether a body without a stated length ran past the described size.</summary>
    internal bool IsOverrun { get; init; }

    /// <summary>The response does not say what it has to say.</summary>
    internal static DownloadFailure Unclear(string what) => new(new OneDriveConnectionException($"Content.DownloadBytes: {what}."));

    /// <summary>Judges a response without bytes; one that no further attempt can change is thrown.</summary>
    /// <param name="transport">Reads the response.</param>
    /// <param name="response">The response.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    internal static async Task<DownloadFailure> ReadAsync(
        GraphTransport transport, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if ((int)response.StatusCode is >= 300 and < 400)
            return Unclear("the service returned a redirect without a Location header");

        var error = await transport.ReadErrorAsync(response, cancellationToken).ConfigureAwait(false);
        var isAnonymous = RequestTraits.Of(response.RequestMessage!).IsAnonymous;
        return (int)error.StatusCode switch
        {
            _ when error is QuotaExceededException or MalwareDetectedException => throw error,

            // The address is good for a short time only; the next attempt gets a new one.
            var status when isAnonymous && ResponseClassifier.IsExpiredAddress(status) => new DownloadFailure(error, IsHarmless: true),

            // The file may have become shorter than what is here already: the check that follows will see that it is another one.
            416 => new DownloadFailure(error),
            var status when isAnonymous && ResponseClassifier.IsWorthAnotherAttempt(status) => new DownloadFailure(error, error.RetryAfter),
            _ => throw error,
        };
    }
}
