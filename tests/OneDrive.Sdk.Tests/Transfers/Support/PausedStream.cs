namespace OneDrive.Sdk.Tests.Transfers.Support;

/// <summary>Takes bytes only when told to, and reads them no earlier: a connection that is stuck.</summary>
internal sealed class PausedStream : MemoryStream
{
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _continue = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Task Started => _started.Task;

    internal byte[] Written => ToArray();

    internal void Continue() => _continue.TrySetResult();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _started.TrySetResult();
        await _continue.Task;
        await base.WriteAsync(buffer, cancellationToken);
    }
}
