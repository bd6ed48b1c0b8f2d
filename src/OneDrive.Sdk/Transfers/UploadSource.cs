using System.Globalization;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// What is uploaded, seen through one buffer. Positions count from where the stream stood when the upload began. Every byte is hashed once,
/// in order, however often it is sent; what the service has already when an upload is resumed is read and hashed, but not sent.
/// </summary>
internal sealed class UploadSource : IDisposable
{
    private readonly Stream _stream;
    private readonly long _origin;
    private readonly FragmentBuffer _buffer;
    private readonly QuickXorHash _hash = new();
    private long _bufferStart;
    private int _buffered;
    private long _hashed;
    private bool _hasEnded;

    private UploadSource(Stream stream, FragmentBuffer buffer)
    {
        _stream = stream;
        _buffer = buffer;
        _origin = stream.CanSeek ? stream.Position : 0;
    }

    /// <summary>How many bytes are uploaded.</summary>
    internal long Length { get; private set; }

    private long BufferEnd => _bufferStart + _buffered;

    /// <summary>Takes a stream from where it stands; nothing is read unless its length can be learnt in no other way.</summary>
    /// <exception cref="ArgumentException">
    /// The length is unknown, differs from the announced one, or is more than the service takes.
    /// </exception>
    internal static async Task<UploadSource> OpenAsync(
        Stream content, long? announcedLength, TransferSettings settings, CancellationToken cancellationToken)
    {
        var known = KnownLength(content, announcedLength);
        if (known > FragmentPlan.MaximumLength)
            throw new ArgumentException(
                "The content is longer than 250 GB, which is more than the service takes in one file.", nameof(content));

        var lookAhead = Math.Max(settings.SingleRequestLimit, settings.FragmentSize);
        var needed = known switch
        {
            null => lookAhead,
            { } length when length <= settings.SingleRequestLimit => length,
            { } length => Math.Min(length, settings.FragmentSize),
        };

        // One byte more, to see that the stream ends where it should.
        var buffer = new FragmentBuffer(checked((int)needed + 1));
        var source = new UploadSource(content, buffer);
        try
        {
            if (known is null && !await source.TryReadWholeAsync((int)lookAhead, cancellationToken).ConfigureAwait(false))
            {
                throw new ArgumentException(
                    $"The stream cannot tell its length and is longer than {lookAhead} bytes: set "
                    + $"{nameof(UploadOptions)}.{nameof(UploadOptions.ContentLength)} or {nameof(UploadOptions.Spool)}.",
                    nameof(content));
            }

            source.Length = known ?? source._buffered;
            return source;
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    /// <summary>Whether bytes from the position on can be had (again).</summary>
    internal bool CanReadFrom(long position) => _stream.CanSeek || position >= _bufferStart;

    /// <summary>Makes the bytes available and gives a request body of them.</summary>
    /// <exception cref="UploadNotResumableException">The bytes are behind a stream that cannot seek.</exception>
    /// <exception cref="IOException">The stream ended early or goes on after its announced length.</exception>
    internal async ValueTask<FragmentContent> ReadAsync(ByteRange range, CancellationToken cancellationToken)
    {
        if (range.Start < _bufferStart || range.End > BufferEnd)
            await MoveToAsync(range, cancellationToken).ConfigureAwait(false);
        if (range.End == Length)
            await RequireEndAsync(cancellationToken).ConfigureAwait(false);
        return _buffer.CreateContent((int)(range.Start - _bufferStart), (int)range.Length);
    }

    /// <summary>Reads whatever was not read yet and gives the hash of the whole content in base64, as the service writes it.</summary>
    internal async ValueTask<string> GetHashAsync(CancellationToken cancellationToken)
    {
        await HashUpToAsync(Length, cancellationToken).ConfigureAwait(false);
        return Convert.ToBase64String(_hash.GetCurrentHash());
    }

    public void Dispose() => _buffer.Dispose();

    private static long? KnownLength(Stream content, long? announcedLength)
    {
        if (!content.CanSeek)
            return announcedLength;

        var length = Math.Max(0, content.Length - content.Position);
        if (announcedLength is { } announced && announced != length)
        {
            throw new ArgumentException(
                $"{nameof(UploadOptions.ContentLength)} is {announced}, but the stream has {length} bytes from its position.", nameof(
                    announcedLength));
        }

        return length;
    }

    private async Task<bool> TryReadWholeAsync(int limit, CancellationToken cancellationToken)
    {
        var target = _buffer.PrepareForWriting(0, 0)[..(limit + 1)];
        var count = await _stream.ReadAtLeastAsync(
            target, target.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        _hasEnded = count <= limit;
        if (_hasEnded)
            Fill(target.Span[..count]);
        return _hasEnded;
    }

    private async ValueTask MoveToAsync(ByteRange range, CancellationToken cancellationToken)
    {
        if (!CanReadFrom(range.Start))
        {
            throw new UploadNotResumableException(string.Create(
                CultureInfo.InvariantCulture,
                $"The service needs the content again from byte {range.Start}, but the stream cannot seek and is at byte {BufferEnd}. "
                + $"Upload from a stream that can seek, or set {nameof(UploadOptions)}.{nameof(UploadOptions.Spool)}."));
        }

        await HashUpToAsync(range.Start, cancellationToken).ConfigureAwait(false);
        var kept = range.Start >= _bufferStart && range.Start < BufferEnd ? (int)(BufferEnd - range.Start) : 0;
        var target = _buffer.PrepareForWriting(kept > 0 ? (int)(range.Start - _bufferStart) : 0, kept);
        _bufferStart = range.Start;
        _buffered = kept;
        await FillAsync(target[kept..(int)range.Length], cancellationToken).ConfigureAwait(false);
    }

    // The buffer is used as scratch space; for what is hashed already there is nothing to do.
    private async ValueTask HashUpToAsync(long position, CancellationToken cancellationToken)
    {
        while (_hashed < position)
        {
            var target = _buffer.PrepareForWriting(0, 0);
            _bufferStart = _hashed;
            _buffered = 0;
            await FillAsync(target[..(int)Math.Min(target.Length, position - _hashed)], cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask FillAsync(Memory<byte> target, CancellationToken cancellationToken)
    {
        if (target.IsEmpty)
            return;
        if (_stream.CanSeek && _stream.Position != _origin + BufferEnd)
            _stream.Position = _origin + BufferEnd;

        while (!target.IsEmpty)
        {
            var count = await _stream.ReadAsync(target, cancellationToken).ConfigureAwait(false);
            if (count == 0)
            {
                throw new EndOfStreamException(string.Create(
                    CultureInfo.InvariantCulture, $"The content ended after {BufferEnd} bytes, although {Length} were announced."));
            }

            Fill(target.Span[..count]);
            target = target[count..];
        }
    }

    private void Fill(ReadOnlySpan<byte> bytes)
    {
        _buffered += bytes.Length;
        var isNew = (int)Math.Clamp(BufferEnd - _hashed, 0, bytes.Length);
        _hash.Append(bytes[^isNew..]);
        _hashed += isNew;
    }

    private async ValueTask RequireEndAsync(CancellationToken cancellationToken)
    {
        if (_hasEnded)
            return;

        var spare = _buffer.PrepareForWriting(0, _buffered)[_buffered..(_buffered + 1)];
        if (await _stream.ReadAsync(spare, cancellationToken).ConfigureAwait(false) > 0)
        {
            throw new IOException(string.Create(
                CultureInfo.InvariantCulture,
                $"The content goes on after the {Length} bytes that were announced; nothing of it was kept."));
        }

        _hasEnded = true;
    }
}
