using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Operations;

/// <summary>A copy that was there when the service answered the order.</summary>
internal sealed class CompletedCopy(DriveItem copy) : CopyOperation
{
    private readonly AsyncJobStatus _status = new()
    {
        Status = AsyncJobState.Completed,
        PercentageComplete = 100,
        ResourceId = copy.Id,
    };

    public override string MonitorUrl => "";

    public override Task<AsyncJobStatus> GetStatusAsync(CancellationToken cancellationToken = default) => Task.FromResult(_status);

    public override Task<DriveItem> WaitAsync(IProgress<AsyncJobStatus>? progress = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        progress?.Report(_status);
        return Task.FromResult(copy);
    }
}
