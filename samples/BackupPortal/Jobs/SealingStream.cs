using System.Security.Cryptography;

namespace BackupPortal.Jobs;

/// <summary>Encrypts what is written to it. Call <see cref="CompleteAsync"/> at the end: without it the file stays incomplete.</summary>
internal sealed class SealingStream(Stream destination, byte[] key) : Stream
{
    private readonly byte[] _block = new byte[SealedFormat.BlockSize];
    private readonly byte[] _sealed = new byte[SealedFormat.BlockSize + SealedFormat.TagSize];
    private AesGcm? _cipher;
    private int _filled;
    private long _number;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            // A full block waits until it is known whether it is the last.
            if (_filled == _block.Length)
                await FlushBlockAsync(isLast: false, cancellationToken);
            var count = Math.Min(buffer.Length, _block.Length - _filled);
            buffer[..count].CopyTo(_block.AsMemory(_filled));
            _filled += count;
            buffer = buffer[count..];
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) =>
        WriteAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    /// <summary>Writes the last block.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken) => await FlushBlockAsync(isLast: true, cancellationToken);

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _cipher?.Dispose();
        base.Dispose(disposing);
    }

    private async Task FlushBlockAsync(bool isLast, CancellationToken cancellationToken)
    {
        if (_cipher is null)
        {
            var salt = RandomNumberGenerator.GetBytes(SealedFormat.SaltSize);
            _cipher = SealedFormat.CreateCipher(key, salt);
            await destination.WriteAsync(SealedFormat.Header.ToArray(), cancellationToken);
            await destination.WriteAsync(salt, cancellationToken);
        }

        Seal(isLast);
        await destination.WriteAsync(_sealed.AsMemory(0, _filled + SealedFormat.TagSize), cancellationToken);
        _filled = 0;
        _number++;
    }

    private void Seal(bool isLast)
    {
        Span<byte> nonce = stackalloc byte[12];
        SealedFormat.WriteNonce(nonce, _number, isLast);
        _cipher!.Encrypt(nonce, _block.AsSpan(0, _filled), _sealed.AsSpan(0, _filled), _sealed.AsSpan(_filled, SealedFormat.TagSize));
    }
}
