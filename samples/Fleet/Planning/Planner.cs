using Microsoft.EntityFrameworkCore;
using OneDrive.Sdk.Fleet.Data;

namespace OneDrive.Sdk.Fleet.Planning;

/// <summary>
/// Lists a folder, and enqueues what is not planned yet. Planning again, after a crash or because there are new files, adds the rest.
/// </summary>
internal sealed class Planner(FleetDatabase database, BatchQueue queue, int filesPerBatch = Planner.DefaultFilesPerBatch)
{
    internal const int DefaultFilesPerBatch = 100;

    /// <summary>Large files share a batch with few others, so that a lost worker has not much to repeat.</summary>
    private const long BytesPerBatch = 64 << 20;

    internal async Task<PlanSummary> PlanAsync(
        string source, string drive, string folder, bool replaces, CancellationToken cancellationToken)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(source));
        if (!Directory.Exists(root))
            throw new DirectoryNotFoundException($"The folder '{root}' does not exist.");
        _ = DriveAddress.Parse(drive);
        var copy = await FindOrAddAsync(root, drive, folder.Trim('/'), replaces, cancellationToken);
        var summary = new PlanSummary(copy.Id);
        List<FileRow> pending = [];
        foreach (var (path, files) in SourceWalker.Walk(root))
        {
            var known = await database.RunAsync(
                db => db.Files
                    .Where(file => file.CopyId == copy.Id && file.Folder == path)
                    .Select(file => file.Name)
                    .ToListAsync(cancellationToken),
                cancellationToken);
            foreach (var file in files.ExceptBy(known, file => file.Name, StringComparer.Ordinal))
            {
                pending.Add(file);
                if (pending.Count >= filesPerBatch || pending.Sum(one => one.Size) >= BytesPerBatch)
                    await EnqueueAsync(copy, pending, summary, cancellationToken);
            }
        }

        if (pending.Count > 0)
            await EnqueueAsync(copy, pending, summary, cancellationToken);
        return summary;
    }

    private Task<CopyRow> FindOrAddAsync(string source, string drive, string folder, bool replaces, CancellationToken cancellationToken) =>
        database.RunAsync(
            async db =>
            {
                var copy = await db.Copies.SingleOrDefaultAsync(
                    one => one.Source == source && one.Drive == drive && one.Folder == folder, cancellationToken);
                if (copy is null)
                {
                    copy = new CopyRow
                    {
                        Source = source,
                        Drive = drive,
                        Folder = folder,
                        Replaces = replaces,
                        PlannedMs = database.Time.GetUtcNow().ToUnixTimeMilliseconds(),
                    };
                    db.Copies.Add(copy);
                }

                // Planned again with --replace, so that files that failed with a conflict can be retried.
                copy.Replaces |= replaces;
                await db.SaveChangesAsync(cancellationToken);
                return copy;
            },
            cancellationToken);

    private async Task EnqueueAsync(CopyRow copy, List<FileRow> files, PlanSummary summary, CancellationToken cancellationToken)
    {
        var waiting = files.Count(file => file.State is FileState.Waiting);
        var batchId = await database.RunAsync(
            async db =>
            {
                // The transaction of an earlier attempt may have been completed, although its answer was lost.
                var first = files[0];
                var planned = await db.Files.Where(
                        file => file.CopyId == copy.Id && file.Folder == first.Folder && file.Name == first.Name)
                    .Select(file => file.BatchId)
                    .SingleOrDefaultAsync(cancellationToken);
                if (planned != 0)
                    return planned;
                var batch = new BatchRow
                {
                    CopyId = copy.Id,
                    FileCount = files.Count,
                    ByteCount = files.Sum(file => file.Size),
                    FailedCount = files.Count - waiting,
                    IsEnded = waiting == 0,
                    CheckedMs = database.Time.GetUtcNow().ToUnixTimeMilliseconds(),
                };
                foreach (var file in files)
                    (file.Id, file.CopyId, file.Batch) = (0, copy.Id, batch);
                db.Files.AddRange(files);
                await db.SaveChangesAsync(cancellationToken);
                return batch.Id;
            },
            cancellationToken);
        if (waiting > 0)
            await queue.EnqueueAsync(batchId, copy.Id, cancellationToken);
        summary.Add(files);
        files.Clear();
    }
}
