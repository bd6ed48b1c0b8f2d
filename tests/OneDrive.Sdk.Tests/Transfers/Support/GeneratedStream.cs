namespace OneDrive.Sdk.Tests.Transfers.Support;

/// <summary>
/// Content of any length that takes no memory: each byte follows from its position. It can be told to break its own promises.
/// </summary>
internal sealed class GeneratedStream(long length) : Stream
{
    private long _position;

    /// <summary>Whether the stream can go back, and knows its length.</summary>
    internal bool IsSeekable { get; init; } = true;

    /// <summary>From where in the endless content the stream begins, so that two streams differ.</summary>
    internal long Start { get; init; }

    /// <summary>The most bytes that one read returns.</summary>
    internal int LongestRead { get; init; } = int.MaxValue;

    /// <summary>The length that the stream claims to have; the true one when null.</summary>
    internal long? ClaimedLength { get; init; }

    /// <summary>How many bytes were read in all.</summary>
    internal long BytesRead { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => IsSeekable;

    public override bool CanWrite => false;

    public override long Length => IsSeekable ? ClaimedLength ?? length : throw new NotSupportedException();

    public override long Position
    {
        get => IsSeekable ? _position : throw new NotSupportedException();
        set => _position = IsSeekable ? value : throw new NotSupportedException();
    }

    internal static byte ByteAt(long position) => (byte)((position * 2654435761L) >> 13);

    internal static byte[] Bytes(long start, int count)
    {
        var bytes = new byte[count];
        Generate(bytes, start);
        return bytes;
    }

    internal static string HashOf(long length)
    {
        var hash = new QuickXorHash();
        var block = new byte[1 << 20];
        for (long offset = 0; offset < length; offset += block.Length)
        {
            var piece = block.AsSpan(0, (int)Math.Min(block.Length, length - offset));
            Generate(piece, offset);
            hash.Append(piece);
        }

        return Convert.ToBase64String(hash.GetCurrentHash());
    }

    public override int Read(Span<byte> buffer)
    {
        var count = (int)Math.Min(Math.Min(buffer.Length, LongestRead), Math.Max(0, length - _position));
        Generate(buffer[..count], Start + _position);
        _position += count;
        BytesRead += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(Read(buffer.Span));
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private static void Generate(Span<byte> target, long position)
    {
        for (var index = 0; index < target.Length; index++)
            target[index] = ByteAt(position + index);
    }
}
