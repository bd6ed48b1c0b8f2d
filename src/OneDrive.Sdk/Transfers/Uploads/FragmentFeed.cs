using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// The blocks of one fragment between the source and the request: the first blocks are sent while the last are still being read. A block is
/// released only when all of it may be sent, so that wrong content is never completed.
/// </summary>
internal sealed class FragmentFeed
{
    private readonly object _lock = new();
    private readonly ContentBlock[] _blocks;
    private readonly int _offset;
    private readonly int _blockSize;
    private readonly TimeProvider _timeProvider;
    private readonly Wakeup _sender = new();
    private readonly Wakeup _reader = new();
    private int _awaitedSent;
    private int _ready;
    private int _sent;
    private bool _isClosed;
    private ExceptionDispatchInfo? _failure;

    /// <param name="range">Which bytes of the content the fragment has.</param>
    /// <param name="offset">Where in its block the first byte stands.</param>
    /// <param name="blockSize">How many bytes a block has.</param>
    /// <param name="timeProvider">The clock by which waiting for the source is measured.</param>
    internal FragmentFeed(ByteRange range, int offset, int blockSize, TimeProvider timeProvider)
    {
        Range = range;
        Length = (int)range.Length;
        _offset = offset;
        _blockSize = blockSize;
        _blocks = new ContentBlock[(offset + Length + blockSize - 1) / blockSize];
        _timeProvider = timeProvider;
    }

    internal ByteRange Range { get; }

    internal int Length { get; }

    /// <summary>The position in the content up to which bytes were released to the request.</summary>
    internal long ReadyEnd => Range.Start + Volatile.Read(ref _ready);

    /// <summary>The position in the content up to which bytes were sent.</summary>
    internal long SentEnd => Range.Start + Volatile.Read(ref _sent);

    /// <summary>How long the request waited for the source.</summary>
    internal TimeSpan Waited { get; private set; }

    internal bool IsClosed => Volatile.Read(ref _isClosed);

    /// <summary>Whether the source failed before it had read the fragment.</summary>
    internal bool HasFailed => Volatile.Read(ref _failure) is not null;

    /// <summary>Releases the bytes up to a position; they end in this block, which is the next one.</summary>
    internal void HandOn(ContentBlock block, long end)
    {
        lock (_lock)
        {
            _blocks[(_offset + _ready) / _blockSize] = block;
            _ready = (int)(end - Range.Start);
            _sender.Call();
        }
    }

    /// <summary>Ends the request: the source has failed.</summary>
    internal void Fail(ExceptionDispatchInfo failure)
    {
        lock (_lock)
        {
            if (!_isClosed)
                _failure = failure;
        }

        Close();
    }

    /// <summary>The request is over, whatever became of it.</summary>
    internal void Close()
    {
        lock (_lock)
        {
            _isClosed = true;
            _sender.Call();
            _reader.Call();
        }
    }

    /// <summary>Throws what the source threw, if it did.</summary>
    internal void ThrowIfFailed() => _failure?.Throw();

    /// <summary>
    /// Waits until the bytes up to a position in the content were sent, or the request ended. Only one waiter is allowed.
    /// </summary>
    internal ValueTask WaitUntilSentAsync(long position)
    {
        lock (_lock)
        {
            if (_isClosed || SentEnd >= position)
                return default;
            _awaitedSent = (int)(position - Range.Start);
            return _reader.NextAsync();
        }
    }

    /// <summary>Whether there is something to send after so many bytes of the fragment.</summary>
    internal bool HasAfter(int sent) => Volatile.Read(ref _ready) > sent;

    /// <summary>Waits for something to send after so many bytes of the fragment.</summary>
    /// <exception cref="IOException">The source failed, or the fragment was cancelled.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    internal async ValueTask WaitAfterAsync(int sent, CancellationToken cancellationToken)
    {
        var began = _timeProvider.GetTimestamp();
        using (cancellationToken.UnsafeRegister(static feed => ((FragmentFeed)feed!).WakeSender(), this))
        {
            while (!HasAfter(sent))
            {
                cancellationToken.ThrowIfCancellationRequested();
                await MoreAfterAsync(sent).ConfigureAwait(false);
            }
        }

        Waited += _timeProvider.GetElapsedTime(began);
    }

    /// <summary>The block that has the byte after so many bytes of the fragment, and the bytes of it that can be sent.</summary>
    internal ContentBlock PieceAfter(int sent, out Range bytes)
    {
        var start = (_offset + sent) % _blockSize;
        var count = Math.Min(Volatile.Read(ref _ready) - sent, _blockSize - start);
        bytes = start..(start + count);
        return _blocks[(_offset + sent) / _blockSize];
    }

    /// <summary>So many bytes of the fragment were sent.</summary>
    internal void Sent(int count)
    {
        lock (_lock)
        {
            _sent = Math.Max(_sent, count);
            if (_sent >= _awaitedSent)
                _reader.Call();
        }
    }

    private ValueTask MoreAfterAsync(int sent)
    {
        lock (_lock)
        {
            if (_ready > sent)
                return default;
            return _isClosed || _sender.IsAwaited ? throw new IOException("The content of the request ended too "
                + "early.") : _sender.NextAsync();
        }
    }

    private void WakeSender()
    {
        lock (_lock)
        {
            _sender.Call();
        }
    }
}
