namespace OneDrive.Sdk.Tests.Transfers.Support;

/// <summary>Takes bytes into memory; it may refuse to go back.</summary>
internal sealed class SinkStream(bool isSeekable) : MemoryStream
{
    public override bool CanSeek => isSeekable;

    public override long Position
    {
        get => isSeekable ? base.Position : throw new NotSupportedException();
        set => base.Position = isSeekable ? value : throw new NotSupportedException();
    }

    public override void SetLength(long value)
    {
        if (!isSeekable)
            throw new NotSupportedException();
        base.SetLength(value);
    }
}
