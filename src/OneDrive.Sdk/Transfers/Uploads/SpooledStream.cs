using System.Globalization;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// A seekable view of a non-seekable stream: content that was read is stored in a file. For asynchronous reads by one reader at a time. The
/// source is not disposed.
/// </summary>
internal sealed class SpooledStream(Stream source, FileStream file, long limit, long? length) : Stream
{
    private const int BlockSize = 128 * 1024;

    private long _position;
    private long _spooled;
    private long? _length = length;

    /// <summary>The hash of the whole content in base64, once <see cref="FillAsync"/> has read it.</summary>
    internal string? ContentHash { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => _length ?? throw new InvalidOperationException("The end of the source has not been reached yet.");

    /// <summary>The position of the next read: any position that was already read, or the byte after it.</summary>
    public override long Position
    {
        get => _position;
        set => _position = value >= 0 && value <= _spooled ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    /// <summary>Spools a non-seekable stream, if the options request it and the upload may have to seek.</summary>
    /// <returns>Null when the content can be read again without it.</returns>
    /// <exception cref="ArgumentException">The announced length is more than the options allow.</exception>
    /// <exception cref="ContentTooLargeException">The content is longer than the options allow.</exception>
    /// <exception cref="IOException">The folder does not exist, or its disk is full.</exception>
    internal static async Task<SpooledStream?> TryOpenAsync(
        Stream content, UploadOptions options, TransferSettings settings, CancellationToken cancellationToken)
    {
        if (options.Spool is not { } spool || content.CanSeek || options.ContentLength <= settings.FragmentSize)
            return null;

        var limit = Math.Min(spool.MaxBytes ?? FragmentPlan.MaximumLength, FragmentPlan.MaximumLength);
        if (options.ContentLength > limit)
            throw new ArgumentException($"The content is longer than the spool limit of {limit} bytes.", nameof(options));

        var stream = new SpooledStream(content, SpoolFile.Create(spool.Folder, options.ContentLength ?? 0), limit, options.ContentLength);
        try
        {
            if (options.ContentLength is null)
                await stream.FillAsync(cancellationToken).ConfigureAwait(false);
            return stream;
        }
        catch
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = _position < _spooled
            ? await RandomAccess.ReadAsync(
                file.SafeFileHandle, buffer[..(int)Math.Min(buffer.Length, _spooled - _position)], _position, cancellationToken)
                .ConfigureAwait(false)
            : await ReadSourceAsync(buffer, cancellationToken).ConfigureAwait(false);
        _position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override async ValueTask DisposeAsync()
    {
        await file.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Reads the source to its end, which determines the length, and seeks to the beginning.</summary>
    internal async Task FillAsync(CancellationToken cancellationToken)
    {
        var hash = new QuickXorHash();
        var block = new byte[BlockSize];
        int count;
        while ((count = await ReadAsync(block, cancellationToken).ConfigureAwait(false)) > 0)
            hash.Append(block.AsSpan(0, count));

        _length = _spooled;
        _position = 0;
        ContentHash = Convert.ToBase64String(hash.GetCurrentHash());
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            file.Dispose();
        base.Dispose(disposing);
    }

    private async ValueTask<int> ReadSourceAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var count = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (_spooled + count > limit && _length is null)
        {
            throw new ContentTooLargeException(string.Create(
                CultureInfo.InvariantCulture,
                $"The content is longer than the spool limit of {limit} bytes. Nothing was sent, and the spooled content was deleted."));
        }

        await RandomAccess.WriteAsync(file.SafeFileHandle, buffer[..count], _spooled, cancellationToken).ConfigureAwait(false);
        _spooled += count;
        return count;
    }
}
