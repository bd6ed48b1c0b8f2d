using Hangfire;
using Microsoft.EntityFrameworkCore;
using OneDrive.Sdk.Fleet.Data;
using OneDrive.Sdk.Fleet.Planning;

namespace OneDrive.Sdk.Fleet.Reports;

/// <summary>Gives failed files another chance, and batches whose job failed too often (sign-in, a full drive).</summary>
internal sealed class Retry(FleetDatabase database, BatchQueue queue, JobStorage storage, IBackgroundJobClient jobs)
{
    private const int JobsAtATime = 1000;

    /// <param name="cause">Only failures of this kind; all when null.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    /// <returns>How many files wait again, and how many jobs are in the queue again.</returns>
    internal async Task<(int Files, int Jobs)> RunAsync(string? cause, CancellationToken cancellationToken)
    {
        var failed = storage.GetMonitoringApi().FailedJobs(0, JobsAtATime);
        foreach (var job in failed)
            jobs.Requeue(job.Key);
        var batches = await database.RunAsync(
            db => db.Files
                .Where(file => file.State == FileState.Failed && (cause == null || file.Cause == cause))
                .Select(file => new { file.BatchId, file.CopyId })
                .Distinct()
                .OrderBy(file => file.BatchId)
                .ToListAsync(cancellationToken),
            cancellationToken);
        var files = 0;
        foreach (var batch in batches)
        {
            files += await database.RunAsync(db => ReopenAsync(db, batch.BatchId, cause, cancellationToken), cancellationToken);
            await queue.EnqueueAsync(batch.BatchId, batch.CopyId, cancellationToken);
        }

        return (files, batches.Count + failed.Count);
    }

    private static async Task<int> ReopenAsync(FleetDb db, long batchId, string? cause, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // A worker that holds the lease loses it: it does not know of these files.
        await db.Batches.Where(batch => batch.Id == batchId).ExecuteUpdateAsync(
            batch => batch
                .SetProperty(one => one.IsEnded, false)
                .SetProperty(one => one.Fence, one => one.Fence + 1)
                .SetProperty(one => one.Owner, (string?)null),
            cancellationToken);
        var files = await db.Files
            .Where(file => file.BatchId == batchId && file.State == FileState.Failed && (cause == null || file.Cause == cause))
            .ExecuteUpdateAsync(
                file => file
                    .SetProperty(one => one.State, FileState.Waiting)
                    .SetProperty(one => one.Attempts, 1)
                    .SetProperty(one => one.EndedMs, (long?)null),
                cancellationToken);
        var failed = await db.Files.CountAsync(file => file.BatchId == batchId && file.State == FileState.Failed, cancellationToken);
        await db.Batches.Where(batch => batch.Id == batchId).ExecuteUpdateAsync(
            batch => batch.SetProperty(one => one.FailedCount, failed), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return files;
    }
}
