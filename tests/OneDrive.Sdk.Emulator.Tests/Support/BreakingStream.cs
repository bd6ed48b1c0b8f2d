namespace OneDrive.Sdk.Emulator.Tests.Support;

/// <summary>Gives some bytes, then gives up the request: a client that dies while it sends.</summary>
internal sealed class BreakingStream(byte[] content, int breakAfter, CancellationTokenSource request) : Stream
{
    private int _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _position; set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= breakAfter)
        {
            await request.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            throw new IOException("The source broke off.");
        }

        var count = Math.Min(buffer.Length, breakAfter - _position);
        content.AsMemory(_position, count).CopyTo(buffer);
        _position += count;
        return count;
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
}
