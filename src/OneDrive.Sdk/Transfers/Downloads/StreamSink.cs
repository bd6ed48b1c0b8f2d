using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>A download into a stream of the caller's.</summary>
internal sealed class StreamSink(Stream destination, DriveItem item) : DownloadSink(ContentDigest.For(item))
{
    private readonly long _origin = destination.CanSeek ? destination.Position : 0;
    private readonly TailBuffer? _tail = KnownChanges.MayBeServedOtherwise(item) ? new TailBuffer(SecondLook.TailLength) : null;

    internal override bool CanGoBack => destination.CanSeek;

    internal override Task FlushAsync(CancellationToken cancellationToken) => destination.FlushAsync(cancellationToken);

    internal override ValueTask<byte[]?> ReadTailAsync(CancellationToken cancellationToken) => ValueTask.FromResult(_tail?.ToArray());

    private protected override ValueTask PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        _tail?.Append(bytes.Span);
        return destination.WriteAsync(bytes, cancellationToken);
    }

    private protected override void TakeBack()
    {
        _tail?.Clear();
        try
        {
            destination.SetLength(_origin);
            destination.Position = _origin;
        }
        catch (NotSupportedException exception)
        {
            throw new ContentVerificationException(
                $"The {Position} bytes at the destination do not match the file, and the destination stream cannot be "
                + "truncated.", exception);
        }
    }
}
