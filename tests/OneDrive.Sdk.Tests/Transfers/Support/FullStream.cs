namespace OneDrive.Sdk.Tests.Transfers.Support;

/// <summary>A disk without room.</summary>
internal sealed class FullStream : MemoryStream
{
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        ValueTask.FromException(new IOException("No space left on device"));
}
