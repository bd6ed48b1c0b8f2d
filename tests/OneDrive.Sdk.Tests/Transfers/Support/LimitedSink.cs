namespace OneDrive.Sdk.Tests.Transfers.Support;

/// <summary>A connection that takes so many bytes, and then breaks or is stuck until somebody lets it go on.</summary>
internal sealed class LimitedSink(long limit, bool getsStuck) : MemoryStream
{
    private readonly TaskCompletionSource _isStuck = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Task IsStuck => _isStuck.Task;

    internal void Release() => _release.TrySetResult();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        var count = (int)Math.Min(buffer.Length, limit - Length);
        if (count == buffer.Length)
        {
            await base.WriteAsync(buffer, cancellationToken);
            return;
        }

        if (!getsStuck)
        {
            await base.WriteAsync(buffer[..count], cancellationToken);
            throw new IOException("The connection is broken.");
        }

        _isStuck.TrySetResult();
        await _release.Task;
        await base.WriteAsync(buffer, cancellationToken);
    }
}
