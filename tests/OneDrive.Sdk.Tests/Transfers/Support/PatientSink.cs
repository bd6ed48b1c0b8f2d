namespace OneDrive.Sdk.Tests.Transfers.Support;

/// <summary>Takes its first bytes so slowly that a reader could run far ahead, and notes how far it did.</summary>
internal sealed class PatientSink(GeneratedStream source) : Stream
{
    private const int Patience = 300_000;

    private long _position;

    /// <summary>The most bytes that were read and not yet taken.</summary>
    internal long FurthestAhead { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _position;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        for (var turn = 0; _position == 0 && turn < Patience; turn++)
            await Task.Yield();
        FurthestAhead = Math.Max(FurthestAhead, source.BytesRead - _position);
        _position += buffer.Length;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
