using System.Globalization;
using System.Runtime.ExceptionServices;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// What is uploaded, seen through a window. Positions count from where the stream stood when the upload began. Every byte is hashed once,
/// in order, however often it is sent; what the service has already when an upload is resumed is read and hashed, but not sent. The next
/// bytes can be read and hashed while others are sent.
/// </summary>
internal sealed class UploadSource : IAsyncDisposable
{
    private const int BlockSize = 1024 * 1024;

    /// <summary>Reading a disk is much faster than sending: so much is enough of a start, and memory stays that of one fragment.</summary>
    private const int LongestReadAhead = 2 * BlockSize;

    private readonly Stream _stream;
    private readonly long _origin;
    private readonly ContentWindow _window;
    private readonly QuickXorHash _hash = new();
    private readonly CancellationTokenSource _aheadCancellation;
    private Task _ahead = Task.CompletedTask;
    private ExceptionDispatchInfo? _aheadFailure;
    private long _hashed;
    private bool _hasEnded;

    private UploadSource(Stream stream, ContentWindow window, CancellationToken cancellationToken)
    {
        _stream = stream;
        _window = window;
        _aheadCancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _origin = stream.CanSeek ? stream.Position : 0;
    }

    /// <summary>How many bytes are uploaded.</summary>
    internal long Length { get; private set; }

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

        // One byte more than a short content, to see that the stream ends where it should.
        var window = new ContentWindow((int)Math.Min(BlockSize, (known ?? lookAhead) + 1));
        var source = new UploadSource(content, window, cancellationToken);
        try
        {
            if (known is null && !await source.TryReadWholeAsync(lookAhead, cancellationToken).ConfigureAwait(false))
            {
                throw new ArgumentException(
                    $"The stream cannot tell its length and is longer than {lookAhead} bytes: set "
                    + $"{nameof(UploadOptions)}.{nameof(UploadOptions.ContentLength)} or {nameof(UploadOptions.Spool)}.",
                    nameof(content));
            }

            source.Length = known ?? source._window.End;
            return source;
        }
        catch
        {
            await source.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Whether bytes from the position on can be had (again).</summary>
    internal bool CanReadFrom(long position) => _stream.CanSeek || position >= _window.Start;

    /// <summary>Makes the bytes available and gives a request body of them.</summary>
    /// <exception cref="UploadNotResumableException">The bytes are behind a stream that cannot seek.</exception>
    /// <exception cref="IOException">The stream ended early or goes on after its announced length.</exception>
    internal async ValueTask<FragmentContent> ReadAsync(ByteRange range, CancellationToken cancellationToken)
    {
        await _ahead.ConfigureAwait(false);
        if (range.Start < _window.Start || range.Start > _window.End)
            await MoveToAsync(range.Start, cancellationToken).ConfigureAwait(false);
        _window.DropBefore(range.Start);
        await FillAsync(range.End, cancellationToken).ConfigureAwait(false);
        if (range.End == Length)
            await RequireEndAsync(cancellationToken).ConfigureAwait(false);
        return _window.CreateContent(range);
    }

    /// <summary>
    /// Begins to read and hash the first of the bytes that will be wanted next. A failure shows when they are wanted, and only then.
    /// </summary>
    internal void ReadAhead(ByteRange next)
    {
        var end = Math.Min(next.End, next.Start + LongestReadAhead);
        if (_ahead.IsCompleted && _aheadFailure is null && next.Start <= _window.End && end > _window.End)
            _ahead = Task.Run(() => FillAheadAsync(end), CancellationToken.None);
    }

    /// <summary>Reads whatever was not read yet and gives the hash of the whole content in base64, as the service writes it.</summary>
    internal async ValueTask<string> GetHashAsync(CancellationToken cancellationToken)
    {
        await _ahead.ConfigureAwait(false);
        await HashUpToAsync(Length, cancellationToken).ConfigureAwait(false);
        return Convert.ToBase64String(_hash.GetCurrentHash());
    }

    /// <summary>Ends reading; the stream is not touched any more.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_ahead.IsCompleted)
            await _aheadCancellation.CancelAsync().ConfigureAwait(false);
        await _ahead.ConfigureAwait(false);
        _aheadCancellation.Dispose();
        _window.Dispose();
    }

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

    private async Task<bool> TryReadWholeAsync(long limit, CancellationToken cancellationToken)
    {
        while (_window.End <= limit && !_hasEnded)
            _hasEnded = await ReadOnceAsync(limit + 1, cancellationToken).ConfigureAwait(false) == 0;
        return _hasEnded;
    }

    private async ValueTask MoveToAsync(long position, CancellationToken cancellationToken)
    {
        if (!CanReadFrom(position))
        {
            throw new UploadNotResumableException(string.Create(
                CultureInfo.InvariantCulture,
                $"The service needs the content again from byte {position}, but the stream cannot seek and is at byte {_window.End}. "
                + $"Upload from a stream that can seek, or set {nameof(UploadOptions)}.{nameof(UploadOptions.Spool)}."));
        }

        await HashUpToAsync(position, cancellationToken).ConfigureAwait(false);
        if (_window.End != position)
            _window.MoveTo(position);
    }

    // What is read for its hash only is not kept; for what is hashed already there is nothing to do.
    private async ValueTask HashUpToAsync(long position, CancellationToken cancellationToken)
    {
        if (_hashed < position && _window.End != _hashed)
            _window.MoveTo(_hashed);
        while (_hashed < position)
        {
            _window.DropBefore(_hashed);
            await FillAsync(Math.Min(position, _hashed + BlockSize), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task FillAheadAsync(long end)
    {
        try
        {
            await FillAsync(end, _aheadCancellation.Token).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            _aheadFailure = ExceptionDispatchInfo.Capture(exception);
        }
    }

    private async ValueTask FillAsync(long end, CancellationToken cancellationToken)
    {
        if (_window.End >= end)
            return;

        _aheadFailure?.Throw();
        if (_stream.CanSeek && _stream.Position != _origin + _window.End)
            _stream.Position = _origin + _window.End;
        while (_window.End < end)
        {
            if (await ReadOnceAsync(end, cancellationToken).ConfigureAwait(false) == 0)
            {
                throw new EndOfStreamException(string.Create(
                    CultureInfo.InvariantCulture, $"The content ended after {_window.End} bytes, although {Length} were announced."));
            }
        }
    }

    private async ValueTask<int> ReadOnceAsync(long end, CancellationToken cancellationToken)
    {
        var room = _window.RoomUpTo(end);
        var count = await _stream.ReadAsync(room, cancellationToken).ConfigureAwait(false);
        _window.Add(count);
        var isNew = (int)Math.Clamp(_window.End - _hashed, 0, count);
        _hash.Append(room.Span[(count - isNew)..count]);
        _hashed += isNew;
        return count;
    }

    private async ValueTask RequireEndAsync(CancellationToken cancellationToken)
    {
        if (_hasEnded)
            return;

        if (await _stream.ReadAsync(_window.RoomUpTo(Length + 1), cancellationToken).ConfigureAwait(false) > 0)
        {
            throw new IOException(string.Create(
                CultureInfo.InvariantCulture,
                $"The content goes on after the {Length} bytes that were announced; nothing of it was kept."));
        }

        _hasEnded = true;
    }
}
