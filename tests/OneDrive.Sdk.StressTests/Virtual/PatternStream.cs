namespace OneDrive.Sdk.StressTests.Virtual;

/// <summary>
/// Content of any length that costs nothing to make: one pattern over and over. Its period is a prime number, so that bytes that are left
/// out, sent twice or exchanged change the hash.
/// </summary>
internal sealed class PatternStream : Stream
{
    private const int Period = 1_048_583;

    private readonly byte[] _pattern = new byte[Period];
    private readonly long _length;

    internal PatternStream(long length)
    {
        _length = length;
        new Random(1).NextBytes(_pattern);
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => _length;

    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        var count = (int)Math.Min(buffer.Length, Math.Max(0, _length - Position));
        for (var done = 0; done < count;)
        {
            var rest = _pattern.AsSpan((int)((Position + done) % Period));
            var piece = rest[..Math.Min(rest.Length, count - done)];
            piece.CopyTo(buffer[done..]);
            done += piece.Length;
        }

        Position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(Read(buffer.Span));
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => _length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
