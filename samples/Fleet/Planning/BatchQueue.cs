using Hangfire;
using Microsoft.EntityFrameworkCore;
using OneDrive.Sdk.Fleet.Data;
using OneDrive.Sdk.Fleet.Work;

namespace OneDrive.Sdk.Fleet.Planning;

/// <summary>Puts batches into the queue of Hangfire. A batch that is there twice is transferred once.</summary>
internal sealed class BatchQueue(FleetDatabase database, IBackgroundJobClient jobs)
{
    /// <summary>Batches that no worker has begun.</summary>
    internal const string Planned = "default";

    /// <summary>Batches whose worker was lost. They go before the planned ones: PostgreSQL hands the queues out by name.</summary>
    internal const string Continued = "continued";

    internal async Task EnqueueAsync(long batchId, int copyId, CancellationToken cancellationToken, string name = Planned)
    {
        await database.RunAsync(
            async db =>
            {
                var now = await FleetDatabase.ReadTimeAsync(db, cancellationToken);
                var jobId = jobs.Enqueue<BatchJob>(name, job => job.RunAsync(batchId, copyId, CancellationToken.None));
                await db.Batches.Where(batch => batch.Id == batchId).ExecuteUpdateAsync(
                    batch => batch.SetProperty(one => one.JobId, jobId).SetProperty(one => one.CheckedMs, now), cancellationToken);
            },
            cancellationToken);
    }
}
