using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using OneDrive.Sdk.Http;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// A response with content of the file: its position, total length, version and stream. Values that it does not state are unknown.
/// </summary>
internal sealed class DownloadBody(HttpResponseMessage response) : IAsyncDisposable
{
    private readonly ContentRangeHeaderValue? _range =
        response.Content.Headers.ContentRange is { Unit: "bytes", HasRange: true } range ? range : null;

    private Stream? _stream;
    private long _received;

    /// <summary>The first byte in the response: a server may ignore the range and send everything. Negative when it is unclear.</summary>
    internal long Start => IsPartial ? _range?.From ?? -1 : 0;

    /// <summary>The byte that comes next.</summary>
    internal long Position => Start + _received;

    /// <summary>The stated length of the whole file; null when the body is chunked or ends with its connection.</summary>
    internal long? TotalLength => IsPartial ? _range?.Length : StatedLength;

    /// <summary>The tag of the bytes, as received.</summary>
    internal string? Tag => response.Headers.NonValidated.TryGetValues("ETag", out var values) ? values.ToString() : null;

    /// <summary>Whether the body is content at all: other successful statuses say that there is none, or none yet.</summary>
    internal bool HasContent =>
        response.StatusCode is HttpStatusCode.OK || (IsPartial && (StatedLength is null || StatedLength == RangeLength));

    /// <summary>Whether the body is compressed or otherwise encoded, which no request allows.</summary>
    internal bool IsEncoded => response.Content.Headers.NonValidated.TryGetValues("Content-Encoding", out var values)
        && values.ToString().Split(',').Any(
            coding => coding.Trim() is { Length: > 0 } name && !name.Equals("identity", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the body says that it is a web page.</summary>
    internal bool IsWebPage => WebPage.IsTypeOf(MediaType);

    /// <summary>Whether the body says that it is text of any kind, as the errors of services are.</summary>
    internal bool IsText => WebPage.IsTextType(MediaType);

    internal bool IsPartial => response.StatusCode is HttpStatusCode.PartialContent;

    /// <summary>Reads what comes next; 0 at the end of the response.</summary>
    /// <exception cref="OneDriveConnectionException">The connection broke.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    internal async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            // A range is bounded by what it says it is, also when the framing of the body says nothing.
            if (RangeLength is { } length && length - _received < buffer.Length)
                buffer = buffer[..(int)Math.Max(0, length - _received)];
            if (buffer.IsEmpty)
                return 0;
            _stream ??= await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            var count = await _stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            _received += count;
            return count;
        }
        catch (Exception exception) when (ConnectionFailure.Is(exception, cancellationToken))
        {
            throw BrokeOff(ConnectionFailure.Reason(exception), exception);
        }
    }

    /// <summary>Passes over what is here already, when a server sends more than was requested.</summary>
    /// <returns>False when the response ends before.</returns>
    internal async ValueTask<bool> SkipToAsync(long position, Memory<byte> scratch, CancellationToken cancellationToken)
    {
        while (Position < position)
        {
            var room = scratch[..(int)Math.Min(scratch.Length, position - Position)];
            if (await ReadAsync(room, cancellationToken).ConfigureAwait(false) == 0)
                return false;
        }

        return true;
    }

    /// <summary>The response ended, or broke, before its end.</summary>
    internal OneDriveConnectionException BrokeOff(string reason = "the response is shorter than its "
        + "Content-Length", Exception? exception = null) => new(
        $"Content.DownloadBytes: the response ended after {Position} of "
        + $"{TotalLength?.ToString(CultureInfo.InvariantCulture) ?? "an unknown number of"} bytes ({reason}).",
        exception);

    private string? MediaType =>
        response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var values) ? values.ToString() : null;

    private long? RangeLength => IsPartial && _range is { } range ? range.To - range.From + 1 : null;

    private long? StatedLength => response.Headers.TransferEncodingChunked is true ? null : response.Content.Headers.ContentLength;

    public async ValueTask DisposeAsync()
    {
        if (_stream is not null)
            await _stream.DisposeAsync().ConfigureAwait(false);
        response.Dispose();
    }
}
