using OneDrive.Sdk.Fleet.Data;

namespace OneDrive.Sdk.Fleet.Reports;

/// <summary>How far a copy is.</summary>
internal sealed record CopyStatus(
    CopyRow Copy,
    long Files,
    long Done,
    long Failed,
    long Bytes,
    long DoneBytes,
    int Batches,
    int EndedBatches,
    int RunningBatches,
    double FilesPerSecond,
    double BytesPerSecond,
    IReadOnlyDictionary<string, int> Failures)
{
    internal long Waiting => Files - Done - Failed;

    internal bool IsEnded => Waiting == 0;

    /// <summary>The time until the last file, at the rate of the last minute; null when nothing moves.</summary>
    internal TimeSpan? TimeLeft
    {
        get
        {
            if (IsEnded)
                return TimeSpan.Zero;
            if (FilesPerSecond <= 0)
                return null;
            var byFiles = Waiting / FilesPerSecond;
            var byBytes = BytesPerSecond > 0 ? (Bytes - DoneBytes) / BytesPerSecond : 0;
            return TimeSpan.FromSeconds(Math.Min(Math.Max(byFiles, byBytes), TimeSpan.MaxValue.TotalSeconds / 2));
        }
    }
}
