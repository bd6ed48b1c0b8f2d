using OneDrive.Sdk;

namespace BackupPortal.Jobs;

/// <summary>What a page shows of a run that is under way.</summary>
public sealed class RunProgress : IProgress<TransferProgress>, IDisposable
{
    private readonly CancellationTokenSource _cancelled = new();
    private TransferProgress _transfer;

    public string Step { get; private set; } = "Waiting";

    public long Done { get; private set; }

    public long? Total { get; private set; }

    public double? BytesPerSecond => _transfer.BytesPerSecond;

    public double? SecondsLeft => _transfer.TimeRemaining?.TotalSeconds;

    /// <summary>How often a request was repeated.</summary>
    public int Retries { get; private set; }

    /// <summary>Why, the last time.</summary>
    public string? RetryReason { get; private set; }

    /// <summary>Ends the run because a person asked for it.</summary>
    public CancellationToken Cancelled => _cancelled.Token;

    public void Cancel()
    {
        try
        {
            _cancelled.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has ended in this very moment.
        }
    }

    public void Begin(string step, long? total = null) => (Step, Done, Total, _transfer) = (step, 0, total, default);

    public void Count(long done) => Done = done;

    public void Retried(string reason) => (Retries, RetryReason) = (Retries + 1, reason);

    public void Dispose() => _cancelled.Dispose();

    public void Report(TransferProgress value) => (_transfer, Done, Total) = (value, value.BytesTransferred, value.TotalBytes ?? Total);
}
