using Microsoft.EntityFrameworkCore;
using OneDrive.Sdk.Fleet.Data;

namespace OneDrive.Sdk.Fleet.Reports;

/// <summary>Reads the state of the fleet, at a cost that does not grow with the number of files.</summary>
internal sealed class StatusQuery(FleetDatabase database)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MemberAge = TimeSpan.FromSeconds(15);

    internal Task<FleetStatus> ReadAsync(CancellationToken cancellationToken) => database.RunAsync(
        async db =>
        {
            var now = await FleetDatabase.ReadTimeAsync(db, cancellationToken);
            var copies = new List<CopyStatus>();
            foreach (var copy in await db.Copies.AsNoTracking().OrderBy(one => one.Id).ToListAsync(cancellationToken))
                copies.Add(await ReadAsync(db, copy, now, cancellationToken));
            var owners = await db.Batches
                .Where(batch => batch.Owner != null && batch.UntilMs > now)
                .Select(batch => batch.Owner!)
                .ToListAsync(cancellationToken);
            var workers = owners
                .GroupBy(owner => owner[..owner.LastIndexOf('/')])
                .Select(group => $"{group.Key} ({StatusText.Count(group.Count(), "batch", "batches")})")
                .Order(StringComparer.Ordinal);
            return new FleetStatus(copies, [.. workers], await ReadLimitsAsync(db, now, cancellationToken));
        },
        cancellationToken);

    private static async Task<CopyStatus> ReadAsync(FleetDb db, CopyRow copy, long now, CancellationToken cancellationToken)
    {
        var batches = await db.Batches
            .Where(batch => batch.CopyId == copy.Id)
            .GroupBy(batch => 1)
            .Select(group => new
            {
                Files = group.Sum(batch => (long)batch.FileCount),
                Done = group.Sum(batch => (long)batch.DoneCount),
                Failed = group.Sum(batch => (long)batch.FailedCount),
                Bytes = group.Sum(batch => batch.ByteCount),
                DoneBytes = group.Sum(batch => batch.DoneBytes),
                Batches = group.Count(),
                Ended = group.Count(batch => batch.IsEnded),
                Running = group.Count(batch => batch.Owner != null && batch.UntilMs > now),
            })
            .SingleOrDefaultAsync(cancellationToken);
        var since = Math.Max(now - (long)Window.TotalMilliseconds, copy.PlannedMs);
        var recent = await db.Files
            .Where(file => file.CopyId == copy.Id && file.EndedMs > since && file.State != FileState.Failed)
            .GroupBy(file => 1)
            .Select(group => new { Files = group.Count(), Bytes = group.Sum(file => file.Size) })
            .SingleOrDefaultAsync(cancellationToken);
        var failures = (batches?.Failed ?? 0) == 0
            ? []
            : await db.Files
                .Where(file => file.CopyId == copy.Id && file.State == FileState.Failed)
                .GroupBy(file => file.Cause ?? "unknown")
                .Select(group => new { Cause = group.Key, Count = group.Count() })
                .ToDictionaryAsync(group => group.Cause, group => group.Count, cancellationToken);
        var seconds = Math.Max(1, (now - since) / 1000.0);
        return new CopyStatus(
            copy, batches?.Files ?? 0, batches?.Done ?? 0, batches?.Failed ?? 0, batches?.Bytes ?? 0, batches?.DoneBytes ?? 0,
            batches?.Batches ?? 0, batches?.Ended ?? 0, batches?.Running ?? 0,
            (recent?.Files ?? 0) / seconds, (recent?.Bytes ?? 0) / seconds, failures);
    }

    // The rows belong to OneDrive.Sdk.EntityFrameworkCore; their content is what ThrottleState.Parse reads.
    private static async Task<IReadOnlyList<LimitStatus>> ReadLimitsAsync(FleetDb db, long now, CancellationToken cancellationToken)
    {
        var rows = await db.Database
            .SqlQueryRaw<byte[]>("SELECT content AS \"Value\" FROM onedrive_throttle ORDER BY id")
            .ToListAsync(cancellationToken);
        var time = DateTimeOffset.FromUnixTimeMilliseconds(now);
        return
        [
            .. from row in rows
               let state = ThrottleState.Parse(row)
               let members = state.Members.Where(member => time - member.SeenAt < MemberAge).ToList()
               let pause = state.PausedUntil > time ? state.PausedUntil.Value - time : TimeSpan.Zero
               where members.Count > 0 || pause > TimeSpan.Zero
               let rate = members.Sum(member => member.Rate ?? 0)
               select new LimitStatus(pause, members.Count, rate > 0 ? rate : null),
        ];
    }
}
