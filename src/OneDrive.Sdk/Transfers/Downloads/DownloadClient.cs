using System.Text.Json;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// The requests of a download: the service redirects to an address that is good for a short time, and the bytes are fetched from there
/// without a token. It serves one reader at a time.
/// </summary>
internal sealed class DownloadClient(
    GraphTransport transport, Conversion? conversion = null, Func<ItemAddress, GraphCall<NoContent>>? content = null)
{
    private const int MaximumRedirects = 5;

    private Uri? _address;
    private bool _isServedInPlace;

    /// <summary>Makes a client for another reader, which begins at the address that is good now.</summary>
    internal DownloadClient Fork() => new(transport, conversion, content) { _address = _address, _isServedInPlace = _isServedInPlace };

    /// <summary>Whether a tag is weak, and says nothing about the bytes.</summary>
    internal static bool IsWeak(string? tag) => tag?.StartsWith("W/", StringComparison.Ordinal) is true;

    /// <summary>
    /// Gets the metadata that the content is compared with; an unreadable response is requested again.
    /// </summary>
    internal async Task<DriveItem> GetItemAsync(ItemAddress source, CancellationToken cancellationToken)
    {
        var patience = new TransferPatience(transport.Rules, transport.TimeProvider);
        while (true)
        {
            try
            {
                return await transport.SendAsync(DownloadCalls.GetItem(source), cancellationToken).ConfigureAwait(false);
            }
            catch (OneDriveConnectionException exception) when (exception.InnerException is JsonException)
            {
                await patience.WaitAsync(exception, null, isHarmless: true, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Asks for the bytes from a position on, at a new address; hands over whatever answer comes in the end.</summary>
    /// <param name="source">The file.</param>
    /// <param name="position">The first byte that is wanted.</param>
    /// <param name="tag">The tag that the bytes must still have; null when there is none that can be used.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    internal Task<HttpResponseMessage> OpenAsync(ItemAddress source, long position, string? tag, CancellationToken cancellationToken)
    {
        ForgetAddress();
        return SendAsync(source, position > 0 ? FormattableString.Invariant($"bytes={position}-") : null, tag, cancellationToken);
    }

    /// <summary>Asks for some of the bytes, at the address that was good the last time, if there is one.</summary>
    /// <param name="source">The file.</param>
    /// <param name="position">The first byte that is wanted.</param>
    /// <param name="count">How many bytes are wanted.</param>
    /// <param name="tag">The tag that the bytes must still have; null when there is none that can be used.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    internal Task<HttpResponseMessage> OpenRangeAsync(
        ItemAddress source, long position, int count, string? tag, CancellationToken cancellationToken) =>
        SendAsync(source, FormattableString.Invariant($"bytes={position}-{position + count - 1}"), tag, cancellationToken);

    /// <summary>Lets the next request begin at the service again.</summary>
    internal void ForgetAddress() => _address = null;

    private async Task<HttpResponseMessage> SendAsync(ItemAddress source, string? range, string? tag, CancellationToken cancellationToken)
    {
        var response = _address is null
            ? await transport.SendForResponseAsync(
                content?.Invoke(source) ?? DownloadCalls.GetContent(source, conversion),
                _isServedInPlace ? RangeHeaders(range, tag) : [],
                cancellationToken).ConfigureAwait(false)
            : await GetBytesAsync(_address, range, tag, cancellationToken).ConfigureAwait(false);

        // A range request uses the redirect target, and the service only if it returned the content directly.
        _isServedInPlace |= _address is null && response.IsSuccessStatusCode;
        for (var redirects = 0; RedirectOf(response) is { } address; redirects++)
        {
            response.Dispose();
            if (redirects == MaximumRedirects || !SecureEndpoint.IsSecureFor(transport.Root, address))
            {
                throw new OneDriveConnectionException(
                    "Content.Download: the service redirected too often, or to an address that is not https.")
                { IsTransient = false };
            }

            _address = address;
            response = await GetBytesAsync(address, range, tag, cancellationToken).ConfigureAwait(false);
        }

        return response;
    }

    private static KeyValuePair<string, string>[] RangeHeaders(string? range, string? tag) => range is null
        ? []
        : tag is null || IsWeak(tag) ? [new("Range", range)] : [new("Range", range), new("If-Range", tag)];

    private static Uri? RedirectOf(HttpResponseMessage response) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location
            ? new Uri(response.RequestMessage!.RequestUri!, location)
            : null;

    private async Task<HttpResponseMessage> GetBytesAsync(Uri address, string? range, string? tag, CancellationToken cancellationToken)
    {
        using var request = new TransportRequest(HttpMethod.Get, address);
        foreach (var (name, value) in RangeHeaders(range, tag))
            request.Headers.TryAddWithoutValidation(name, value);

        var traits = new RequestTraits
        {
            Operation = "Content.DownloadBytes",
            IsAnonymous = true,
            IsIdempotent = true,
            OwnsRetries = true,
            StreamsResponse = true,
            CarriesContent = true,
        };
        return await transport.SendAsync(request, traits, cancellationToken).ConfigureAwait(false);
    }
}
