namespace OneDrive.Sdk.Transfers;

/// <summary>
/// A file at the service as a stream. It requests a range, closes the response and serves reads from memory, so that an idle stream does
/// not hold a connection or a concurrency lease.
/// </summary>
internal sealed class ContentStream(RangeReader reader, int bufferSize, byte[] first, int firstCount) : Stream
{
    /// <summary>Bytes of the first range, and of the first one after a jump: frequent seeks then read little.</summary>
    internal const int FirstWindow = 128 * 1024;

    private byte[] _buffer = first;
    private long _bufferStart;
    private int _bufferCount = firstCount;
    private int _window = first.Length;
    private long _position;
    private bool _isDisposed;

    public override bool CanRead => !_isDisposed;

    public override bool CanSeek => !_isDisposed;

    public override bool CanWrite => false;

    public override long Length
    {
        get
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return reader.Length;
        }
    }

    public override long Position
    {
        get
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return _position;
        }

        set
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        cancellationToken.ThrowIfCancellationRequested();
        if (buffer.IsEmpty || _position >= reader.Length)
            return 0;
        if (_position < _bufferStart || _position >= _bufferStart + _bufferCount)
            await FetchAsync(cancellationToken).ConfigureAwait(false);

        var offset = (int)(_position - _bufferStart);
        var count = Math.Min(buffer.Length, _bufferCount - offset);
        _buffer.AsMemory(offset, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException(
        "The stream reads from the network and supports asynchronous reads only. Use ReadAsync or CopyToAsync.");

    public override long Seek(long offset, SeekOrigin origin)
    {
        var position = offset + origin switch
        {
            SeekOrigin.Begin => 0,
            SeekOrigin.Current => Position,
            SeekOrigin.End => Length,
            _ => throw new ArgumentOutOfRangeException(nameof(origin)),
        };
        if (position < 0)
            throw new IOException("The position is before the beginning of the file.");
        return Position = position;
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException("The stream is read-only.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("The stream is read-only.");

    protected override void Dispose(bool disposing)
    {
        _isDisposed = true;
        base.Dispose(disposing);
    }

    private async Task FetchAsync(CancellationToken cancellationToken)
    {
        var goesStraightOn = _bufferCount > 0 && _position == _bufferStart + _bufferCount;
        _window = Math.Min(goesStraightOn ? _window * 2 : FirstWindow, bufferSize);
        _bufferStart = _position;
        _bufferCount = 0;
        if (_buffer.Length < _window)
            _buffer = new byte[_window];
        _bufferCount = await reader.ReadAsync(_position, _buffer.AsMemory(0, _window), cancellationToken).ConfigureAwait(false);
    }
}
