namespace OneDrive.Sdk.Transfers;

/// <summary>A download into a stream of the caller's.</summary>
internal sealed class StreamSink(Stream destination, ContentDigest digest) : DownloadSink(digest)
{
    private readonly long _origin = destination.CanSeek ? destination.Position : 0;

    internal override bool CanStartOver => Position == 0 || destination.CanSeek;

    internal override Task FlushAsync(CancellationToken cancellationToken) => destination.FlushAsync(cancellationToken);

    private protected override ValueTask PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        destination.WriteAsync(bytes, cancellationToken);

    private protected override void TakeBack()
    {
        destination.SetLength(_origin);
        destination.Position = _origin;
    }
}
