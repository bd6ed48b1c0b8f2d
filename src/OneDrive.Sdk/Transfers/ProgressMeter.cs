namespace OneDrive.Sdk.Transfers;

/// <summary>
/// Reports acknowledged bytes monotonically: after a restart nothing is reported until the previous position is exceeded.
/// </summary>
internal sealed class ProgressMeter(IProgress<TransferProgress>? progress, TimeProvider timeProvider)
{
    private readonly TransferSpeed _speed = new(timeProvider);
    private long _reported = -1;

    internal void Report(long bytes, long? total)
    {
        if (progress is null || bytes <= _reported)
            return;
        _reported = bytes;
        _speed.Note(bytes);
        progress.Report(new TransferProgress(bytes, total)
        {
            BytesPerSecond = _speed.BytesPerSecond,
            TimeRemaining = _speed.TimeFor(total - bytes),
        });
    }
}
