namespace OneDrive.Sdk.Tests.Transfers.Support;

/// <summary>Generated content that comes in pieces of random length, now and then after a moment.</summary>
internal sealed class HesitatingStream(long length, bool isSeekable, int seed) : Stream
{
    private const int LongestPiece = 1_500_000;

    private readonly GeneratedStream _content = new(length);
    private readonly Random _random = new(seed);

    public override bool CanRead => true;

    public override bool CanSeek => isSeekable;

    public override bool CanWrite => false;

    public override long Length => isSeekable ? length : throw new NotSupportedException();

    public override long Position
    {
        get => isSeekable ? _content.Position : throw new NotSupportedException();
        set => _content.Position = isSeekable ? value : throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_random.Next(3) == 0)
            await Task.Yield();
        return _content.Read(buffer.Span[..Math.Min(buffer.Length, _random.Next(1, LongestPiece))]);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
