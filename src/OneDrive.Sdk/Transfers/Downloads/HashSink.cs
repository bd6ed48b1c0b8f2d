namespace OneDrive.Sdk.Transfers;

/// <summary>A download that is only hashed.</summary>
internal sealed class HashSink(ContentDigest digest) : DownloadSink(digest)
{
    internal override bool CanGoBack => true;

    internal override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private protected override ValueTask PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => default;

    private protected override void TakeBack()
    {
    }
}
