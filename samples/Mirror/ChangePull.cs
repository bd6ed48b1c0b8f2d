using System.Globalization;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Mirror;

/// <summary>Writes what changed on the drive into the catalog, a page and its checkpoint at a time.</summary>
internal sealed class ChangePull(IOneDriveClient client, ItemAddress folder, Catalog catalog, Tally tally)
{
    internal const string RootKey = "root";
    internal const string KeepBothKey = "keepBoth";

    private const string CheckpointKey = "checkpoint";
    private const string ResyncKey = "resync";
    private const string GenerationKey = "generation";
    private const int MostResyncs = 3;

    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        var root = await client.Items.GetAsync(folder, cancellationToken: cancellationToken);
        if (catalog.Get(RootKey) is { } known && known != root.Id)
            throw new InvalidOperationException("The local folder is a mirror of another folder. Choose another one.");
        catalog.Together(() =>
        {
            catalog.Set(RootKey, root.Id);
            catalog.Run(
                "INSERT OR IGNORE INTO items (id, name, folder, place, dirty, l_name) VALUES ($0, '', 1, 1, 0, '')", root.Id);
        });
        for (var resyncs = 0; ; resyncs++)
        {
            try
            {
                var since = catalog.Get(CheckpointKey) is { Length: > 0 } text ? new DeltaCheckpoint(text) : (DeltaCheckpoint?)null;
                await foreach (var page in client.Changes.ReadAsync(folder, since, cancellationToken: cancellationToken))
                    Apply(page, root.Id!);
                return;
            }
            catch (ResyncRequiredException exception) when (resyncs < MostResyncs)
            {
                tally.Resyncs++;
                catalog.Together(() =>
                {
                    catalog.Set(GenerationKey, (Generation + 1).ToString(CultureInfo.InvariantCulture));
                    catalog.Set(ResyncKey, exception.Reconciliation.ToString());
                    catalog.Set(CheckpointKey, exception.Restart?.Value ?? "");
                });
            }
        }
    }

    private long Generation => long.Parse(catalog.Get(GenerationKey) ?? "0", CultureInfo.InvariantCulture);

    private void Apply(ChangePage page, string root)
    {
        catalog.Together(() =>
        {
            var generation = Generation;
            foreach (var item in page.Items.Where(item => item.Id is not null && item.Id != root))
            {
                tally.Changes++;
                if (item.Deleted is not null)
                    catalog.Run("UPDATE items SET deleted = 1, dirty = 1 WHERE id = $0", item.Id);
                else if ((item.File is not null || item.Folder is not null) && item.RemoteItem is null)
                    Put(item, generation);
            }

            catalog.Set(CheckpointKey, page.Checkpoint.Value);
            if (page.IsLast && catalog.Get(ResyncKey) is { Length: > 0 } resync)
                EndResync(resync, generation, root);
        });
    }

    private void Put(DriveItem item, long generation) => catalog.Run(
        """
        INSERT INTO items (id, parent, name, folder, size, hash, ctag, modified, seen) VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (id) DO UPDATE SET parent = $1, name = $2, folder = $3, size = $4, hash = $5, ctag = $6, modified = $7, seen = $8,
            deleted = 0, dirty = 1
        """,
        item.Id,
        item.ParentReference?.Id,
        item.Name ?? item.Id,
        item.Folder is not null ? 1 : 0,
        item.Size ?? 0,
        item.File?.Hashes?.QuickXorHash,
        item.CTag ?? item.ETag,
        (item.FileSystemInfo?.LastModifiedDateTime ?? item.LastModifiedDateTime)?.UtcTicks ?? 0,
        generation);

    /// <summary>
    /// Everything was listed. What was not is deleted when the service is right; when nobody knows it stays on the disk and is no longer
    /// mirrored, and local files that differ are kept beside those of the service.
    /// </summary>
    private void EndResync(string resync, long generation, string root)
    {
        if (resync == nameof(ResyncReconciliation.ApplyDifferences))
        {
            catalog.Run("UPDATE items SET deleted = 1, dirty = 1 WHERE seen < $0 AND id <> $1", generation, root);
        }
        else
        {
            catalog.Run("DELETE FROM items WHERE seen < $0 AND id <> $1", generation, root);
            catalog.Set(KeepBothKey, "1");
        }

        catalog.Set(ResyncKey, "");
    }
}
