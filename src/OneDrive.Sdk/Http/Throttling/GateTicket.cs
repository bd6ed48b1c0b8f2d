namespace OneDrive.Sdk.Http.Throttling;

/// <summary>One attempt at a gate, with what completes when it may be sent.</summary>
internal sealed class GateTicket : AdmissionRequest
{
    private TaskCompletionSource? _admitted;

    /// <summary>What waits, in messages.</summary>
    internal required string Operation { get; init; }

    /// <summary>Whether a message said already that it waits for long.</summary>
    internal bool IsLongWaitLogged { get; set; }

    /// <summary>What it waited for, as the measurements call it.</summary>
    internal string WaitedFor => double.IsNaN(PausedSince) ? WasPaced ? "pacing" : "place" : "pause";

    /// <summary>Completes when the attempt may be sent; there since <see cref="Queue"/>.</summary>
    internal Task Admitted => _admitted!.Task;

    /// <summary>The attempt has to wait; called under the gate's lock.</summary>
    internal void Queue() => _admitted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    internal void Admit() => _admitted?.TrySetResult();

    internal void Cancel(CancellationToken cancellationToken) => _admitted?.TrySetCanceled(cancellationToken);

    internal void Refuse(Exception exception) => _admitted?.TrySetException(exception);
}
