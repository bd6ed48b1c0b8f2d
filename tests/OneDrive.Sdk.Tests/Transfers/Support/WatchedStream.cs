namespace OneDrive.Sdk.Tests.Transfers.Support;

/// <summary>Tells when somebody begins to read at a byte or after it, and can let that read wait until it is cancelled.</summary>
internal sealed class WatchedStream(long length, long watched, bool waitsThere = false) : Stream
{
    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly GeneratedStream _content = new(length);

    /// <summary>Ends when the byte is wanted.</summary>
    internal Task Entered => _entered.Task;

    /// <summary>Whether a read is under way.</summary>
    internal bool IsBeingRead { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        IsBeingRead = true;
        try
        {
            if (_content.Position >= watched)
            {
                _entered.TrySetResult();
                if (waitsThere)
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            }

            return await _content.ReadAsync(buffer, cancellationToken);
        }
        finally
        {
            IsBeingRead = false;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
