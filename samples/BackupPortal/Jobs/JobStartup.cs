using BackupPortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BackupPortal.Jobs;

/// <summary>Takes schedules up again when the portal starts, and runs that it left in the middle.</summary>
public sealed class JobStartup(IDbContextFactory<PortalDb> databases, RunRequests queue, IOptions<PortalSettings> settings) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var job in await db.Jobs.ToListAsync(cancellationToken))
            queue.Schedule(job);

        var left = await db.Runs
            .Where(run => run.State == RunState.Waiting || run.State == RunState.Running)
            .ToListAsync(cancellationToken);
        foreach (var run in left.Where(run => run.State == RunState.Running))
            run.Resumptions++;
        await db.SaveChangesAsync(cancellationToken);

        // With PostgreSQL the queue itself has kept them.
        if (settings.Value.PostgreSql is null)
            left.ForEach(run => queue.Enqueue(run.Id));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
