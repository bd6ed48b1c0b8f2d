using Microsoft.EntityFrameworkCore;

namespace OneDrive.Sdk.Fleet.Data;

/// <summary>The right of one worker to work on a batch. Clocks of machines do not matter: the database's clock ends it.</summary>
internal sealed class BatchLeases(FleetDatabase database)
{
    /// <summary>How long a killed worker keeps others from its batch.</summary>
    internal static readonly TimeSpan Duration = TimeSpan.FromSeconds(10);

    /// <summary>Takes the lease.</summary>
    /// <returns>The fence; null when the batch has ended, or another worker holds its lease.</returns>
    internal async Task<long?> TryTakeAsync(long batchId, string owner, CancellationToken cancellationToken)
    {
        // A statement whose answer was lost is repeated, and takes the lease of the same owner once more.
        var fences = await database.RunAsync(
            db =>
            {
                var now = FleetDatabase.Now(db);
                var sql = "UPDATE fleet_batches SET lost_count = CASE WHEN owner IS NULL THEN 0 ELSE lost_count + 1 END, owner = {1}, "
                    + $"until_ms = {now} + {{2}}, fence = fence + 1 WHERE id = {{0}} AND NOT is_ended "
                    + $"AND (owner IS NULL OR owner = {{1}} OR until_ms <= {now}) RETURNING fence AS \"Value\"";
                return db.Database
                    .SqlQueryRaw<long>(sql, batchId, owner, (long)Duration.TotalMilliseconds)
                    .ToListAsync(cancellationToken);
            },
            cancellationToken);
        return fences.Count == 0 ? null : fences[0];
    }

    /// <summary>Prolongs the lease within a transaction, and keeps other holders out until its end.</summary>
    /// <returns>False when the lease is lost.</returns>
    internal static async Task<bool> RenewAsync(FleetDb db, BatchLease lease, CancellationToken cancellationToken)
    {
        var sql = $"UPDATE fleet_batches SET until_ms = {FleetDatabase.Now(db)} + {{3}} "
            + "WHERE id = {0} AND owner = {1} AND fence = {2}";
        object[] parameters = [lease.BatchId, lease.Owner, lease.Fence, (long)Duration.TotalMilliseconds];
        return await db.Database.ExecuteSqlRawAsync(sql, parameters, cancellationToken) == 1;
    }

    /// <summary>Gives the lease back.</summary>
    internal Task ReleaseAsync(BatchLease lease, CancellationToken cancellationToken) => database.RunAsync(
        db => db.Batches
            .Where(batch => batch.Id == lease.BatchId && batch.Owner == lease.Owner && batch.Fence == lease.Fence)
            .ExecuteUpdateAsync(
                batch => batch.SetProperty(one => one.Owner, (string?)null).SetProperty(one => one.UntilMs, 0L), cancellationToken),
        cancellationToken);
}
