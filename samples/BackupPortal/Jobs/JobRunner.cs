using BackupPortal.Data;
using BackupPortal.Destinations;
using Hangfire;
using Microsoft.EntityFrameworkCore;

namespace BackupPortal.Jobs;

/// <summary>Does a run from its beginning, or from where a run that was ended in the middle left it.</summary>
public sealed class JobRunner(
    IDbContextFactory<PortalDb> databases,
    DestinationClients clients,
    SignInStates states,
    RunningJobs running,
    BackupRun backup,
    RestoreRun restore,
    ILogger<JobRunner> log,
    TimeProvider time)
{
    [AutomaticRetry(Attempts = 0)]
    public async Task RunAsync(int runId, CancellationToken shutdown)
    {
        if (running.TryAdd(runId) is not { } progress)
            return;
        try
        {
            await using var db = await databases.CreateDbContextAsync(shutdown);
            var run = await db.Runs.Include(one => one.Job!.Destination).SingleOrDefaultAsync(one => one.Id == runId, shutdown);
            if (run is null or { HasEnded: true })
                return;
            if (run.IsCancelling)
                progress.Cancel();
            await RunAsync(db, run, progress, shutdown);
        }
        finally
        {
            running.Remove(runId);
        }
    }

    private async Task RunAsync(PortalDb db, JobRun run, RunProgress progress, CancellationToken shutdown)
    {
        run.State = RunState.Running;
        run.Started ??= time.GetUtcNow();
        await db.SaveChangesAsync(shutdown);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(shutdown, progress.Cancelled);
        try
        {
            using var loggers = LoggerFactory.Create(builder => builder.AddProvider(new RetryLog(progress)));
            using var client = await clients.CreateAsync(run.Job!.Destination!, log: loggers, cancellationToken: linked.Token);
            Task SaveAsync() => db.SaveChangesAsync(linked.Token);
            if (run.Kind == RunKind.Backup)
                await backup.RunAsync(client, run, progress, SaveAsync, linked.Token);
            else
                await restore.RunAsync(client, run, progress, linked.Token);
            run.State = RunState.Succeeded;
        }
        catch (OperationCanceledException) when (progress.Cancelled.IsCancellationRequested)
        {
            (run.State, run.Message) = (RunState.Cancelled, "Cancelled. What was uploaded so far was removed.");
            await backup.ForgetAsync(run, CancellationToken.None);
        }
        catch (OperationCanceledException) when (shutdown.IsCancellationRequested)
        {
            // The run stays as it is: it is taken up again when the portal starts.
            throw;
        }
        catch (Exception failure)
        {
            log.RunFailed(failure, run.Id, run.JobId);
            var advice = await states.FailAsync(run.Job!.DestinationId, failure);
            (run.State, run.Message, run.Advice) = (RunState.Failed, advice.Message, advice.Advice);
        }

        run.Retries += progress.Retries;
        run.Ended = time.GetUtcNow();
        await db.SaveChangesAsync(CancellationToken.None);
    }
}
