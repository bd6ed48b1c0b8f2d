using Microsoft.Extensions.Logging;

namespace OneDrive.Sdk.Fleet.Work;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Batch {BatchId}: continued, {Waiting} files are left ({Lost} workers were lost)")]
    internal static partial void TakenOver(this ILogger logger, long batchId, int waiting, int lost);

    [LoggerMessage(2, LogLevel.Information, "Batch {BatchId}: {Done} files done, {Failed} failed")]
    internal static partial void Ended(this ILogger logger, long batchId, int done, int failed);

    [LoggerMessage(3, LogLevel.Warning, "The last results were not written ({Failure}); the next job finds the files on the drive")]
    internal static partial void NotWritten(this ILogger logger, string failure);

    [LoggerMessage(4, LogLevel.Warning, "Batch {BatchId} had no job in the queue (its job was {State}), and has one again")]
    internal static partial void Enqueued(this ILogger logger, long batchId, string state);

    [LoggerMessage(5, LogLevel.Warning, "The queue could not be compared with the batches ({Failure}); the next try follows")]
    internal static partial void NotCompared(this ILogger logger, string failure);
}
