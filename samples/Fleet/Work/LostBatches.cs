using Hangfire;
using Hangfire.States;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Fleet.Data;
using OneDrive.Sdk.Fleet.Planning;

namespace OneDrive.Sdk.Fleet.Work;

/// <summary>
/// Compares the batches with the queue. A batch whose lease has ended gets a job ahead of the planned ones: the queue itself would repeat
/// the job of a lost worker after all others. A batch that is not done and has no job (its process ended between two writes) gets one. A
/// job that failed for good stays failed, until <c>fleet retry</c> or the dashboard repeats it.
/// </summary>
internal sealed class LostBatches(
    FleetDatabase database, BatchQueue queue, JobStorage storage, ILogger<LostBatches> logger) : BackgroundService
{
    private const int BatchesAtATime = 100;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Interval, database.Time, stoppingToken);
                try
                {
                    await CompareAsync(stoppingToken);
                }
                catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
                {
                    logger.NotCompared(failure.GetType().Name);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The worker ends.
        }
    }

    internal async Task CompareAsync(CancellationToken cancellationToken)
    {
        var (now, batches) = await database.RunAsync(
            async db =>
            {
                var time = await FleetDatabase.ReadTimeAsync(db, cancellationToken);
                var before = time - (long)Age.TotalMilliseconds;
                return (time, await db.Batches.AsNoTracking()
                    .Where(batch => !batch.IsEnded && (batch.CheckedMs < before
                        || (batch.Owner != null && batch.UntilMs <= time && batch.CheckedMs <= batch.UntilMs)))
                    .OrderBy(batch => batch.CheckedMs)
                    .Take(BatchesAtATime)
                    .ToListAsync(cancellationToken));
            },
            cancellationToken);
        foreach (var batch in batches)
        {
            // One of several workers checks a batch.
            var isOurs = await database.RunAsync(
                db => db.Batches
                    .Where(one => one.Id == batch.Id && one.CheckedMs == batch.CheckedMs)
                    .ExecuteUpdateAsync(one => one.SetProperty(row => row.CheckedMs, now), cancellationToken),
                cancellationToken) == 1;
            if (!isOurs)
                continue;
            if (batch.Owner is not null && batch.UntilMs <= now && batch.CheckedMs <= batch.UntilMs)
            {
                await queue.EnqueueAsync(batch.Id, batch.CopyId, cancellationToken, BatchQueue.Continued);
                continue;
            }

            var state = StateOf(batch.JobId);
            if (state is null || state == SucceededState.StateName || state == DeletedState.StateName)
            {
                logger.Enqueued(batch.Id, state ?? "not there");
                await queue.EnqueueAsync(batch.Id, batch.CopyId, cancellationToken);
            }
        }
    }

    private string? StateOf(string? jobId)
    {
        if (jobId is null)
            return null;
        using var connection = storage.GetConnection();
        return connection.GetJobData(jobId)?.State;
    }
}
