using Hangfire;
using Microsoft.EntityFrameworkCore;
using OneDrive.Sdk.Fleet.Data;
using OneDrive.Sdk.Fleet.Work;

namespace OneDrive.Sdk.Fleet.Planning;

/// <summary>Puts batches into the queue of Hangfire. A batch that is there twice is transferred once.</summary>
internal sealed class BatchQueue(FleetDatabase database, IBackgroundJobClient jobs)
{
    internal async Task EnqueueAsync(long batchId, int copyId, CancellationToken cancellationToken)
    {
        var now = database.Time.GetUtcNow().ToUnixTimeMilliseconds();
        await database.RunAsync(
            db =>
            {
                var jobId = jobs.Enqueue<BatchJob>(job => job.RunAsync(batchId, copyId, CancellationToken.None));
                return db.Batches.Where(batch => batch.Id == batchId).ExecuteUpdateAsync(
                    batch => batch.SetProperty(one => one.JobId, jobId).SetProperty(one => one.CheckedMs, now), cancellationToken);
            },
            cancellationToken);
    }
}
