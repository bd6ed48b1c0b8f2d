using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// The requests of a download: the service redirects to an address that is good for a short time, so each attempt asks for a new one, and
/// the bytes are fetched from there without a token.
/// </summary>
internal sealed class DownloadClient(GraphTransport transport)
{
    private const int MaximumRedirects = 5;

    /// <summary>Asks for the bytes from a position on; hands over whatever answer comes in the end.</summary>
    /// <param name="source">The file.</param>
    /// <param name="position">The first byte that is wanted.</param>
    /// <param name="tag">The tag that the bytes must still have; null when there is none that can be used.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    internal async Task<HttpResponseMessage> OpenAsync(ItemAddress source, long position, string? tag, CancellationToken cancellationToken)
    {
        var response = await transport.SendForResponseAsync(DownloadCalls.GetContent(source), cancellationToken).ConfigureAwait(false);
        for (var redirects = 0; RedirectOf(response) is { } address; redirects++)
        {
            response.Dispose();
            if (redirects == MaximumRedirects || !SecureEndpoint.IsSecure(address))
            {
                throw new OneDriveConnectionException(
                    "Content.Download: the service redirects too often, or to an address that is not https.")
                { IsTransient = false };
            }

            response = await GetBytesAsync(address, position, tag, cancellationToken).ConfigureAwait(false);
        }

        return response;
    }

    private static Uri? RedirectOf(HttpResponseMessage response) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location
            ? new Uri(response.RequestMessage!.RequestUri!, location)
            : null;

    private async Task<HttpResponseMessage> GetBytesAsync(Uri address, long position, string? tag, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (position > 0)
        {
            request.Headers.TryAddWithoutValidation("Range", FormattableString.Invariant($"bytes={position}-"));
            if (tag is not null && !tag.StartsWith("W/", StringComparison.Ordinal))
                request.Headers.TryAddWithoutValidation("If-Range", tag);
        }

        var traits = new RequestTraits
        {
            Operation = "Content.DownloadBytes",
            IsAnonymous = true,
            IsIdempotent = true,
            OwnsRetries = true,
            StreamsResponse = true,
        };
        return await transport.SendAsync(request, traits, cancellationToken).ConfigureAwait(false);
    }
}
