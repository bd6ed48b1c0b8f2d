using System.Globalization;
using BackupPortal.Data;
using BackupPortal.Destinations;
using OneDrive.Sdk;

namespace BackupPortal.Jobs;

/// <summary>The folder of a job at its destination: job-name/backup_TIME.ext, each with its side file.</summary>
public static class BackupFolder
{
    private const string Prefix = "backup_";
    private const string TimeFormat = "yyyy-MM-ddTHH-mm-ss";

    public static ItemAddress Of(BackupJob job) => DestinationClients.FolderOf(job.Destination!).Child(job.Name);

    /// <summary>The backups of a job, the newest first; none when it never ran.</summary>
    public static async Task<IReadOnlyList<Backup>> ListAsync(IOneDriveClient client, BackupJob job, CancellationToken cancellationToken)
    {
        var backups = new List<Backup>();
        try
        {
            var options = new ListChildrenOptions { Select = ["id", "name", "size", "file"] };
            await foreach (var item in client.Items.ListChildrenAsync(Of(job), options).WithCancellation(cancellationToken))
            {
                if (item.File is not null && item.Name is { } name && TimeOf(name) is { } time)
                    backups.Add(new Backup(name, time, item.Size ?? 0));
            }
        }
        catch (ItemNotFoundException)
        {
            return [];
        }

        return [.. backups.OrderByDescending(backup => backup.Created)];
    }

    public static async Task<SideFile> ReadSideFileAsync(
        IOneDriveClient client, BackupJob job, string name, CancellationToken cancellationToken) =>
        SideFile.Parse(await client.Content.ReadAsStringAsync(
            Of(job).Child(name + SideFile.Suffix), new ReadAsStringOptions { MaxBytes = 64 * 1024 }, cancellationToken));

    /// <summary>Deletes a backup with its side file; the backup first, so that nothing is left that looks like one.</summary>
    public static async Task DeleteAsync(IOneDriveClient client, BackupJob job, string name, CancellationToken cancellationToken)
    {
        foreach (var file in new[] { name, name + SideFile.Suffix })
        {
            try
            {
                await client.Items.DeleteAsync(Of(job).Child(file), cancellationToken: cancellationToken);
            }
            catch (ItemNotFoundException)
            {
                // It is gone already.
            }
        }
    }

    private static DateTimeOffset? TimeOf(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal)
        && !name.EndsWith(SideFile.Suffix, StringComparison.Ordinal)
        && name.Length >= Prefix.Length + "yyyy-MM-ddTHH-mm-ss".Length
        && DateTimeOffset.TryParseExact(
            name.AsSpan(Prefix.Length, 19), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;
}
