using BackupPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace BackupPortal.Jobs;

/// <summary>The progress of a run, for the page that shows it, and the file that a restore brought back.</summary>
public static class RunEndpoints
{
    public static void MapRuns(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/runs/{id:int}", async (int id, PortalDb db, RunningJobs running) =>
        {
            if (await db.Runs.AsNoTracking().SingleOrDefaultAsync(run => run.Id == id) is not { } run)
                return Results.NotFound();
            var progress = running.Find(id);
            return Results.Json(new
            {
                state = run.State.ToString(),
                hasEnded = run.HasEnded,
                isCancelling = run.IsCancelling,
                step = progress?.Step ?? "Waiting",
                done = progress?.Done ?? 0,
                total = progress?.Total,
                rate = progress?.BytesPerSecond,
                secondsLeft = progress?.SecondsLeft,
                retries = progress?.Retries ?? 0,
                retryReason = progress?.RetryReason,
            });
        });
        routes.MapGet("/runs/{id:int}/file", async (int id, PortalDb db) =>
            await db.Runs.FindAsync(id) is { RestoredTo: { } path } && File.Exists(path)
                ? Results.File(path, "application/octet-stream", Path.GetFileName(path))
                : Results.NotFound());
    }
}
