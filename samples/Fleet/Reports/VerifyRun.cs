using Microsoft.EntityFrameworkCore;
using OneDrive.Sdk.Fleet.Data;
using OneDrive.Sdk.Fleet.Work;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Fleet.Reports;

/// <summary>
/// Compares the hash of every local file with the hash that the drive reports, folder by folder: each folder is listed once, and memory
/// use does not grow with the number of folders.
/// </summary>
internal sealed class VerifyRun(FleetDatabase database, IOneDriveClient client)
{
    private const int ParallelFolders = 4;

    internal async Task<VerifyResult> RunAsync(CancellationToken cancellationToken)
    {
        var result = new VerifyResult();
        var copies = await database.RunAsync(
            db => db.Copies.AsNoTracking().OrderBy(copy => copy.Id).ToListAsync(cancellationToken), cancellationToken);
        foreach (var copy in copies)
        {
            var folders = await database.RunAsync(
                db => db.Files.Where(file => file.CopyId == copy.Id).Select(file => file.Folder).Distinct().ToListAsync(cancellationToken),
                cancellationToken);
            var options = new ParallelOptions { MaxDegreeOfParallelism = ParallelFolders, CancellationToken = cancellationToken };
            await Parallel.ForEachAsync(folders, options, async (folder, token) =>
            {
                var part = await CompareAsync(copy, folder, token);
                lock (result)
                    Add(result, part);
            });
        }

        return result;
    }

    private async Task<VerifyResult> CompareAsync(CopyRow copy, string folder, CancellationToken cancellationToken)
    {
        var result = new VerifyResult();
        var files = await database.RunAsync(
            db => db.Files.AsNoTracking()
                .Where(file => file.CopyId == copy.Id && file.Folder == folder)
                .OrderBy(file => file.Name)
                .ToListAsync(cancellationToken),
            cancellationToken);
        var there = await ListAsync(copy, folder, cancellationToken);
        foreach (var file in files)
        {
            var items = there.GetValueOrDefault(file.Name, []);
            there.Remove(file.Name);
            await CompareAsync(result, copy, file, items, cancellationToken);
        }

        result.Others = there.Values.Sum(items => items.Count(item => item.Folder is null));
        return result;
    }

    private async Task<Dictionary<string, List<DriveItem>>> ListAsync(CopyRow copy, string folder, CancellationToken cancellationToken)
    {
        var items = new Dictionary<string, List<DriveItem>>(StringComparer.OrdinalIgnoreCase);
        var drive = DriveAddress.Parse(copy.Drive);
        var path = string.Join('/', new[] { copy.Folder, folder }.Where(part => part.Length > 0));
        try
        {
            await foreach (var item in client.Items.ListChildrenAsync(path.Length == 0 ? drive.Root : drive.Path(path))
                .WithCancellation(cancellationToken))
            {
                if (!items.TryGetValue(item.Name ?? "", out var same))
                    items.Add(item.Name ?? "", same = []);
                if (same.TrueForAll(one => one.Id != item.Id))
                    same.Add(item);
            }
        }
        catch (ItemNotFoundException)
        {
            // Each file says that it is missing.
        }

        return items;
    }

    private static async Task CompareAsync(
        VerifyResult result, CopyRow copy, FileRow file, List<DriveItem> items, CancellationToken cancellationToken)
    {
        if (file.State is FileState.Failed)
        {
            result.Failed++;
            return;
        }

        if (file.State is FileState.Waiting)
        {
            result.NotEnded++;
            return;
        }

        var problem = items switch
        {
            [] => "is missing on the drive",
            [{ Folder: not null }] when file.IsFolder => null,
            [{ Folder: null } item] when !file.IsFolder => await CompareAsync(copy, file, item, cancellationToken),
            [_] => "is a file on one side and a folder on the other",
            _ => $"is on the drive {items.Count} times",
        };
        if (problem is null)
            result.Same++;
        else
            result.Problems.Add($"{file.Path} {problem}");
    }

    private static async Task<string?> CompareAsync(CopyRow copy, FileRow file, DriveItem item, CancellationToken cancellationToken)
    {
        var path = Path.Combine(copy.Source, file.Path.Replace('/', Path.DirectorySeparatorChar));
        if (item.File?.Hashes?.QuickXorHash is not { } remote)
        {
            return item.Size == 0 && new FileInfo(path) is { Exists: true, Length: 0 }
                ? null
                : "has no hash on the drive, and cannot be compared";
        }

        try
        {
            var local = await FileTransfer.HashAsync(path, long.MaxValue, cancellationToken);
            return local == remote ? null : $"differs: {new FileInfo(path).Length} bytes here, {item.Size} bytes on the drive";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The source is gone: what was sent still counts.
            return file.Hash == remote ? null : $"cannot be read here ({failure.Message}), and is not what was sent";
        }
    }

    private static void Add(VerifyResult result, VerifyResult part)
    {
        result.Same += part.Same;
        result.NotEnded += part.NotEnded;
        result.Failed += part.Failed;
        result.Others += part.Others;
        result.Problems.AddRange(part.Problems);
    }
}
