using BackupPortal.Data;
using Hangfire;
using Microsoft.EntityFrameworkCore;

namespace BackupPortal.Jobs;

/// <summary>Asks for runs, by hand and on schedule.</summary>
public sealed class RunRequests(
    IDbContextFactory<PortalDb> databases, IBackgroundJobClient queue, IRecurringJobManager schedules, RunningJobs running,
        TimeProvider time)
{
    /// <summary>Asks for a backup. A job that is waiting or running already keeps its run.</summary>
    public async Task<int> StartBackupAsync(int jobId)
    {
        await using var db = await databases.CreateDbContextAsync();
        var current = await db.Runs.FirstOrDefaultAsync(run =>
            run.JobId == jobId && run.Kind == RunKind.Backup && (run.State == RunState.Waiting || run.State == RunState.Running));
        return current?.Id ?? await AddAsync(db, new JobRun { JobId = jobId, Kind = RunKind.Backup });
    }

    public async Task<int> StartRestoreAsync(int jobId, string fileName)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await AddAsync(db, new JobRun { JobId = jobId, Kind = RunKind.Restore, FileName = fileName });
    }

    /// <summary>Puts a run that the portal left behind into the queue again.</summary>
    public void Enqueue(int runId) => queue.Enqueue<JobRunner>(runner => runner.RunAsync(runId, CancellationToken.None));

    /// <summary>Sets or removes the schedule of a job.</summary>
    /// <exception cref="ArgumentException">The cron expression is wrong.</exception>
    public void Schedule(BackupJob job)
    {
        if (job.Schedule.Length == 0)
            schedules.RemoveIfExists(NameOf(job.Id));
        else
            schedules.AddOrUpdate<RunRequests>(NameOf(job.Id), self => self.StartBackupAsync(job.Id), job.Schedule);
    }

    public void Unschedule(int jobId) => schedules.RemoveIfExists(NameOf(jobId));

    /// <summary>Ends a run, whether it is under way or waits.</summary>
    public async Task CancelAsync(int runId)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Runs.FindAsync(runId) is not { HasEnded: false } run)
            return;
        run.IsCancelling = true;
        await db.SaveChangesAsync();
        running.Find(runId)?.Cancel();
    }

    private static string NameOf(int jobId) => $"job-{jobId}";

    private async Task<int> AddAsync(PortalDb db, JobRun run)
    {
        run.Requested = time.GetUtcNow();
        db.Runs.Add(run);
        await db.SaveChangesAsync();
        Enqueue(run.Id);
        return run.Id;
    }
}
