using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// Opens a file for reading: requests the first bytes, so that errors are reported immediately, and applies the rules of a download to
/// them. A length that differs from the described size must be verified first.
/// </summary>
internal sealed class ContentOpening(GraphTransport transport, ItemAddress source, DriveItem item, ILogger logger)
{
    private readonly RangeReader _reader = new(transport, source, item, logger);

    internal async Task<ContentStream> OpenAsync(int bufferSize, CancellationToken cancellationToken)
    {
        var first = new byte[Math.Min(ContentStream.FirstWindow, bufferSize)];
        var count = await _reader.ReadAsync(0, first, cancellationToken).ConfigureAwait(false);
        if (HasOtherLength)
            count = await ProveLengthAsync(first, count, cancellationToken).ConfigureAwait(false);
        if (count == _reader.Length && Differs(first.AsSpan(0, count)))
            await ProveBytesAsync(first.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
        return new ContentStream(_reader, bufferSize, first, count);
    }

    private bool HasOtherLength =>
        _reader.StatedLength is { } stated && _reader.Item.Size is { } size && stated != size;

    private DownloadTerms Terms => new(Conversion: null, transport.Transfers.VerifyContentHash, TakesAnything: false);

    /// <summary>
    /// Reads the current metadata again. Where the service is known to serve other content than described, an equal length, tag and content
    /// are sufficient; otherwise the whole file is downloaded once and hashed.
    /// </summary>
    private async Task<int> ProveLengthAsync(byte[] first, int count, CancellationToken cancellationToken)
    {
        var (length, tag, bytes) = (_reader.StatedLength, _reader.Tag, first[..count]);
        await _reader.StartOverAsync(cancellationToken).ConfigureAwait(false);
        count = await _reader.ReadAsync(0, first, cancellationToken).ConfigureAwait(false);
        if (!HasOtherLength)
            return count;
        if (KnownChanges.MayBeServedOtherwise(_reader.Item) && length == _reader.StatedLength && tag is not null && tag == _reader.Tag
            && first.AsSpan(0, count).SequenceEqual(bytes))
            return count;

        using var sink = new HashSink(ContentDigest.For(_reader.Item));
        await FetchAsync(sink, cancellationToken).ConfigureAwait(false);
        return sink.Position == _reader.Length ? count : throw Changed();
    }

    /// <summary>The whole file was received and does not match its metadata: it is downloaded with the rules of a download.</summary>
    private async Task ProveBytesAsync(Memory<byte> bytes, CancellationToken cancellationToken)
    {
        using var content = new LimitedMemoryStream(int.MaxValue);
        using var sink = new StreamSink(content, _reader.Item);
        await FetchAsync(sink, cancellationToken).ConfigureAwait(false);
        if (content.Length != bytes.Length)
            throw Changed();
        content.GetBuffer().AsMemory(0, bytes.Length).CopyTo(bytes);
    }

    private Task<DownloadOutcome> FetchAsync(DownloadSink sink, CancellationToken cancellationToken) => new ResumingDownload(
        transport, source, _reader.Item, sink, Terms, ranges: null, new ProgressMeter(null, transport.TimeProvider), logger)
        .RunAsync(cancellationToken);

    private bool Differs(ReadOnlySpan<byte> content)
    {
        if (!transport.Transfers.VerifyContentHash)
            return false;
        using var digest = ContentDigest.For(_reader.Item);
        digest.Append(content);
        return digest.CompareWith(_reader.Item).Differs;
    }

    private ContentChangedException Changed() =>
        new($"The file '{_reader.Item.Name}' was replaced while it was being opened. Open it again.");
}
