namespace OneDrive.Sdk.Http.Throttling;

/// <summary>One attempt at a gate, with a task that completes when it may be sent.</summary>
internal sealed class GateTicket : AdmissionRequest
{
    private TaskCompletionSource? _admitted;

    /// <summary>The operation, for messages.</summary>
    internal required string Operation { get; init; }

    /// <summary>Whether a long wait was already logged.</summary>
    internal bool IsLongWaitLogged { get; set; }

    /// <summary>The reason for waiting, for metrics.</summary>
    internal string WaitedFor => double.IsNaN(PausedSince) ? WasPaced ? "pacing" : "place" : "pause";

    /// <summary>Completes when the attempt may be sent; set by <see cref="Queue"/>.</summary>
    internal Task Admitted => _admitted!.Task;

    /// <summary>The attempt has to wait; called under the gate's lock.</summary>
    internal void Queue() => _admitted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    internal void Admit() => _admitted?.TrySetResult();

    internal void Cancel(CancellationToken cancellationToken) => _admitted?.TrySetCanceled(cancellationToken);

    internal void Refuse(Exception exception) => _admitted?.TrySetException(exception);
}
