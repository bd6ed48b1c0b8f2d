using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// The content of an upload, read through a window. Positions are relative to the initial position of the stream. Every byte is hashed
/// once, in order, however often it is sent; bytes that the service already has when an upload is resumed are read and hashed, but not
/// sent. Seekable content whose hash is not verified is hashed only if something asks for the hash. Reading continues while earlier bytes
/// are sent. For seekable streams, sent bytes are released and read again if necessary.
/// </summary>
internal sealed class UploadSource : IAsyncDisposable
{
    private const int BlockSize = 1024 * 1024;

    /// <summary>Reading a disk is much faster than sending, so this is sufficient.</summary>
    private const int LongestReadAhead = BlockSize;

    /// <summary>The amount that is kept of a seekable stream, independent of the fragment size.</summary>
    private const int LongestWindow = 2 * BlockSize;

    private readonly Stream _stream;
    private readonly long _origin;
    private readonly ContentWindow _window;
    private readonly QuickXorHash _hash = new();
    private readonly TimeProvider _timeProvider;
    private readonly CancellationTokenSource _readerCancellation;
    private Task _reader = Task.CompletedTask;
    private volatile bool _readerIsToEnd;
    private ExceptionDispatchInfo? _failure;
    private FragmentFeed? _feed;
    private readonly bool _hashesWhileReading;
    private bool _isHashing;
    private long _hashed;
    private bool _hasEnded;

    private UploadSource(
        Stream stream, ContentWindow window, bool verifiesHash, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        _stream = stream;

        // What cannot be read again is hashed in any case: if the last response is lost, only the hash recognizes the file.
        _hashesWhileReading = verifiesHash || !stream.CanSeek;
        _window = window;
        _timeProvider = timeProvider;
        _readerCancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _origin = stream.CanSeek ? stream.Position : 0;
    }

    /// <summary>How many bytes are uploaded.</summary>
    internal long Length { get; private set; }

    /// <summary>The state of the file of the stream, which must be unchanged when all of it was read; null if it is not a file.</summary>
    internal FileStamp? Stamp { get; set; }

    /// <summary>
    /// Called with the position and the hash up to it before the end of a fragment is released for the first time, so that both can be
    /// saved before the service can receive the fragment. Null if nothing is saved.
    /// </summary>
    internal Func<long, string, CancellationToken, ValueTask>? BeforeEnd { get; set; }

    /// <summary>Uses a stream from its current position; nothing is read unless this is the only way to determine its length.</summary>
    /// <exception cref="ArgumentException">
    /// The length is unknown, differs from the announced length, or exceeds the limit of the service.
    /// </exception>
    internal static async Task<UploadSource> OpenAsync(
        Stream content, long? announcedLength, TransferSettings settings, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var known = StreamLength.Of(content, announcedLength);
        if (known > FragmentPlan.MaximumLength)
            throw new ArgumentException(
                "The content is longer than 250 GB, which is the maximum file size of the service.", nameof(content));

        var lookAhead = Math.Max(settings.SingleRequestLimit, settings.FragmentSize);

        // One byte more than a short content, to see that the stream ends where it should.
        var window = new ContentWindow((int)Math.Min(BlockSize, (known ?? lookAhead) + 1));
        var source = new UploadSource(content, window, settings.VerifyContentHash, timeProvider, cancellationToken);
        try
        {
            if (known is null && !await source.TryReadWholeAsync(lookAhead, cancellationToken).ConfigureAwait(false))
            {
                throw new ArgumentException(
                    $"The stream does not report its length and is longer than {lookAhead} bytes. Set "
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

    private bool IsHashing => _hashesWhileReading || _isHashing || BeforeEnd is not null;

    /// <summary>Whether any byte can be had again.</summary>
    internal bool CanSeek => _stream.CanSeek;

    /// <summary>Whether bytes from the position on can be had (again).</summary>
    internal bool CanReadFrom(long position) => _stream.CanSeek || position >= _window.Start;

    /// <summary>Reads bytes that may be sent more than once.</summary>
    /// <exception cref="UploadNotResumableException">The bytes are behind a stream that cannot seek.</exception>
    /// <exception cref="IOException">The stream ended early, continues after its announced length, or its file was changed.</exception>
    internal async ValueTask<FragmentFeed> ReadAsync(ByteRange range, CancellationToken cancellationToken)
    {
        var feed = await OpenFeedAsync(range, cancellationToken).ConfigureAwait(false);
        await HandOnAsync(feed, range.End, cancellationToken).ConfigureAwait(false);
        return feed;
    }

    /// <summary>
    /// Reads the first bytes to send, and the others and some of the next while they are sent. Failures before the end of the fragment fail
    /// the fragment; later failures are thrown when the bytes are required.
    /// </summary>
    /// <inheritdoc cref="ReadAsync"/>
    internal async ValueTask<FragmentFeed> BeginAsync(ByteRange range, ByteRange next, CancellationToken cancellationToken)
    {
        var feed = await OpenFeedAsync(range, cancellationToken).ConfigureAwait(false);
        await HandOnAsync(feed, _window.EndOfBlock(range.Start), cancellationToken).ConfigureAwait(false);
        _reader = ReadOnAsync(feed, Math.Min(next.End, next.Start + LongestReadAhead));
        return feed;
    }

    /// <summary>Reads the remaining content and returns the base64-encoded hash of the whole content.</summary>
    internal async ValueTask<string> GetHashAsync(CancellationToken cancellationToken)
    {
        await EndReaderAsync().ConfigureAwait(false);
        await HashUpToAsync(Length, cancellationToken).ConfigureAwait(false);
        return Convert.ToBase64String(_hash.GetCurrentHash());
    }

    /// <summary>
    /// Returns the hash of a prefix, which requires reading it: for the first time if nothing was read yet, otherwise again.
    /// </summary>
    internal async ValueTask<string> GetHashOfFirstAsync(long count, CancellationToken cancellationToken)
    {
        await EndReaderAsync().ConfigureAwait(false);
        if (_hashed <= count)
        {
            await HashUpToAsync(count, cancellationToken).ConfigureAwait(false);
            return Convert.ToBase64String(_hash.GetCurrentHash());
        }

        var hash = new QuickXorHash();
        for (var start = 0L; start < count; start += BlockSize)
        {
            var feed = await ReadAsync(new ByteRange(start, Math.Min(count, start + BlockSize)), cancellationToken).ConfigureAwait(false);
            for (var done = 0; done < feed.Length;)
            {
                var block = feed.PieceAfter(done, out var bytes);
                hash.Append(block.Array.AsSpan(bytes));
                done += bytes.End.Value - bytes.Start.Value;
            }
        }

        return Convert.ToBase64String(hash.GetCurrentHash());
    }

    /// <summary>Ends reading ahead.</summary>
    internal Task StopReadingAsync() => EndReaderAsync();

    /// <summary>Ends reading; the stream is not touched any more.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_reader.IsCompleted)
            await _readerCancellation.CancelAsync().ConfigureAwait(false);
        await EndReaderAsync().ConfigureAwait(false);
        _readerCancellation.Dispose();
        _window.Dispose();
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
                $"The service requests the content again from byte {position}, but the stream is not seekable and is at byte "
                + $"{_window.End}. "
                + $"Upload from a seekable stream, or set {nameof(UploadOptions)}.{nameof(UploadOptions.Spool)}."));
        }

        if (IsHashing)
            await HashUpToAsync(position, cancellationToken).ConfigureAwait(false);
        if (_window.End != position)
            MoveWindow(position);
    }

    // What failed further ahead may never be wanted.
    private void MoveWindow(long position)
    {
        _window.MoveTo(position);
        _failure = null;
    }

    // What is read for its hash only is not kept; for what is hashed already there is nothing to do.
    private async ValueTask HashUpToAsync(long position, CancellationToken cancellationToken)
    {
        if (_hashed < position && _window.End != _hashed)
            MoveWindow(_hashed);
        _isHashing = true;
        while (_hashed < position)
        {
            _window.DropBefore(_hashed);
            await FillAsync(Math.Min(position, _hashed + BlockSize), cancellationToken).ConfigureAwait(false);
        }

        _isHashing = false;
    }

    private async ValueTask<FragmentFeed> OpenFeedAsync(ByteRange range, CancellationToken cancellationToken)
    {
        await EndReaderAsync().ConfigureAwait(false);
        if (range.Start < _window.Start || range.Start > _window.End)
            await MoveToAsync(range.Start, cancellationToken).ConfigureAwait(false);
        _window.DropBefore(range.Start);
        return _feed = _window.CreateFeed(range, _timeProvider);
    }

    private async Task EndReaderAsync()
    {
        _readerIsToEnd = true;
        _feed?.Close();
        await _reader.ConfigureAwait(false);
        _readerIsToEnd = false;
    }

    private async Task ReadOnAsync(FragmentFeed feed, long end)
    {
        // Reading may block, and must not hold up the sending.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            while (!feed.IsClosed && feed.ReadyEnd < feed.Range.End)
            {
                await MakeRoomAsync(feed).ConfigureAwait(false);
                await HandOnAsync(feed, _window.EndOfBlock(feed.ReadyEnd), _readerCancellation.Token).ConfigureAwait(false);
            }

            // A request that ended early leaves nothing to read ahead of.
            while (!_readerIsToEnd && feed.ReadyEnd == feed.Range.End && _window.End < end)
            {
                await MakeRoomAsync(feed).ConfigureAwait(false);
                await FillAsync(Math.Min(end, _window.EndOfBlock(_window.End)), _readerCancellation.Token).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            _failure = ExceptionDispatchInfo.Capture(exception);
            if (feed.ReadyEnd < feed.Range.End)
                feed.Fail(_failure);
        }
    }

    // Half of the window at a time, so that neither side wakes the other with every block.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask MakeRoomAsync(FragmentFeed feed)
    {
        if (!_stream.CanSeek)
            return;
        if (_window.EndOfBlock(_window.End) - feed.SentEnd > LongestWindow)
            await feed.WaitUntilSentAsync(Math.Min(feed.ReadyEnd, _window.End - (LongestWindow / 2))).ConfigureAwait(false);
        _window.DropBefore(feed.SentEnd);
    }

    /// <summary>Reads bytes of a fragment, up to a position or its end, and releases them if they are correct.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask HandOnAsync(FragmentFeed feed, long end, CancellationToken cancellationToken)
    {
        end = Math.Min(end, feed.Range.End);
        await FillAsync(end, cancellationToken).ConfigureAwait(false);
        if (_readerIsToEnd)
            return;

        if (end == Length)
        {
            await RequireEndAsync(cancellationToken).ConfigureAwait(false);
            Stamp?.RequireUnchanged();
        }

        if (BeforeEnd is { } before && end == feed.Range.End && _hashed == end)
            await before(end, Convert.ToBase64String(_hash.GetCurrentHash()), cancellationToken).ConfigureAwait(false);

        while (feed.ReadyEnd < end)
            feed.HandOn(_window.BlockAt(feed.ReadyEnd), Math.Min(end, _window.EndOfBlock(feed.ReadyEnd)));
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask FillAsync(long end, CancellationToken cancellationToken)
    {
        if (_window.End >= end)
            return;

        _failure?.Throw();
        if (_stream.CanSeek && _stream.Position != _origin + _window.End)
            _stream.Position = _origin + _window.End;
        while (_window.End < end && !_readerIsToEnd)
        {
            if (await ReadOnceAsync(end, cancellationToken).ConfigureAwait(false) == 0)
            {
                throw new EndOfStreamException(string.Create(
                    CultureInfo.InvariantCulture, $"The content ended after {_window.End} bytes, but {Length} bytes were announced."));
            }
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> ReadOnceAsync(long end, CancellationToken cancellationToken)
    {
        var room = _window.RoomUpTo(end);
        var count = await _stream.ReadAsync(room, cancellationToken).ConfigureAwait(false);
        _window.Add(count);
        if (IsHashing && _window.End - count <= _hashed)
        {
            var isNew = (int)Math.Clamp(_window.End - _hashed, 0, count);
            _hash.Append(room.Span[(count - isNew)..count]);
            _hashed += isNew;
        }

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
                $"The content continues after the {Length} bytes that were announced. Nothing was kept on the server."));
        }

        _hasEnded = true;
    }
}
