using System.Globalization;
using BackupPortal.Data;

namespace BackupPortal.Jobs;

/// <summary>
/// Which backups a job keeps: the last ones, those of the last days, and the newest one of each day, week, month and year (grandfather,
/// father, son). A backup stays when any part of the rule keeps it. A rule without numbers keeps all.
/// </summary>
public static class RetentionRule
{
    public static bool IsEmpty(BackupJob job) =>
        job is { KeepLast: <= 0, KeepDays: <= 0, KeepDaily: <= 0, KeepWeekly: <= 0, KeepMonthly: <= 0, KeepYearly: <= 0 };

    /// <returns>Each backup, the newest first, with the reason why it stays; null for one that goes.</returns>
    public static IReadOnlyList<(Backup Backup, string? Reason)> Apply(BackupJob job, IEnumerable<Backup> backups, DateTimeOffset now)
    {
        var sorted = backups.OrderByDescending(backup => backup.Created).ToList();
        if (IsEmpty(job))
            return [.. sorted.Select(backup => (backup, (string?)"all backups are kept"))];

        var reasons = new Dictionary<Backup, string>();
        foreach (var backup in sorted.Take(job.KeepLast))
            reasons.TryAdd(backup, $"one of the last {job.KeepLast}");
        foreach (var backup in sorted.Where(backup => job.KeepDays > 0 && backup.Created > now.AddDays(-job.KeepDays)))
            reasons.TryAdd(backup, $"from the last {job.KeepDays} days");
        KeepNewest(job.KeepDaily, "daily", time => time.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
        KeepNewest(job.KeepWeekly, "weekly", time => $"{ISOWeek.GetYear(time)}-{ISOWeek.GetWeekOfYear(time)}");
        KeepNewest(job.KeepMonthly, "monthly", time => time.ToString("yyyyMM", CultureInfo.InvariantCulture));
        KeepNewest(job.KeepYearly, "yearly", time => time.ToString("yyyy", CultureInfo.InvariantCulture));
        return [.. sorted.Select(backup => (backup, reasons.GetValueOrDefault(backup)))];

        void KeepNewest(int count, string name, Func<DateTime, string> period)
        {
            foreach (var group in sorted.GroupBy(backup => period(backup.Created.UtcDateTime)).Take(Math.Max(0, count)))
                reasons.TryAdd(group.First(), name);
        }
    }
}
