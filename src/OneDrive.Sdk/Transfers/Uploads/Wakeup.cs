using System.Threading.Tasks.Sources;

namespace OneDrive.Sdk.Transfers;

/// <summary>Lets one caller wait for another repeatedly, without allocations. The lock of its owner protects it.</summary>
internal sealed class Wakeup : IValueTaskSource
{
    private ManualResetValueTaskSourceCore<bool> _core = new() { RunContinuationsAsynchronously = true };

    /// <summary>Whether a caller waits.</summary>
    internal bool IsAwaited { get; private set; }

    /// <summary>A task that ends with the next call; no waiter is allowed.</summary>
    internal ValueTask NextAsync()
    {
        _core.Reset();
        IsAwaited = true;
        return new ValueTask(this, _core.Version);
    }

    /// <summary>Wakes the waiter, if any.</summary>
    internal void Call()
    {
        if (!IsAwaited)
            return;
        IsAwaited = false;
        _core.SetResult(true);
    }

    void IValueTaskSource.GetResult(short token) => _core.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);
}
