namespace BackupPortal.Jobs;

/// <summary>What the portal logs about runs.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "Run {Run} of job {Job} failed.")]
    public static partial void RunFailed(this ILogger log, Exception failure, int run, int job);

    [LoggerMessage(2, LogLevel.Information, "The upload of run {Run} could not be cancelled; the service ends it by itself.")]
    public static partial void UploadNotCancelled(this ILogger log, Exception failure, int run);
}
