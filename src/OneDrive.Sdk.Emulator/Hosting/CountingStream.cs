namespace OneDrive.Sdk.Emulator.Hosting;

/// <summary>The body of a request: counts what is read, knows when it has ended, and can spoil one byte on the way.</summary>
internal sealed class CountingStream(Stream inner, long? expectedLength = null, LineShaper? shaper = null) : Stream
{
    private long _bytesRead;

    public long BytesRead => Interlocked.Read(ref _bytesRead);

    /// <summary>What the client says that it will send; null when it does not say.</summary>
    public long? ExpectedLength { get; } = expectedLength;

    public bool HasEnded { get; private set; }

    /// <summary>The position of a byte to invert; null for none.</summary>
    public long? FlipAt { get; set; }

    /// <summary>Receives the bytes that are read; null when bodies are not recorded.</summary>
    public IObserver? Observer { get; set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => BytesRead; set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (FlipAt is { } position && position >= _bytesRead && position < _bytesRead + read)
        {
            buffer.Span[(int)(position - _bytesRead)] ^= 0xFF;
        }

        Observer?.Read(buffer.Span[..read]);
        HasEnded |= read == 0 && buffer.Length > 0;
        Interlocked.Add(ref _bytesRead, read);
        if (shaper is not null)
        {
            await shaper.PassAsync(read, cancellationToken).ConfigureAwait(false);
        }

        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Sees bytes pass.</summary>
    public interface IObserver
    {
        void Read(ReadOnlySpan<byte> bytes);
    }
}
