using System.Formats.Tar;
using System.IO.Compression;
using BackupPortal.Data;
using BackupPortal.Security;
using Microsoft.Extensions.Options;
using OneDrive.Sdk;

namespace BackupPortal.Jobs;

/// <summary>
/// Downloads a backup, decrypts and unpacks it into a new folder of this machine, and compares its hash with the side file.
/// </summary>
public sealed class RestoreRun(PortalKey key, IOptions<PortalSettings> settings)
{
    public async Task RunAsync(IOneDriveClient client, JobRun run, RunProgress progress, CancellationToken cancellationToken)
    {
        var job = run.Job!;
        var folder = Path.Combine(settings.Value.DataFolder, "restored", $"run-{run.Id}");
        Directory.CreateDirectory(folder);
        progress.Begin("Reading the side file");
        var side = await BackupFolder.ReadSideFileAsync(client, job, run.FileName!, cancellationToken);
        (run.Size, run.StoredSize, run.Sha256) = (side.Size, side.StoredSize, side.Sha256);

        // The name came from the service: only its last part counts.
        var target = Path.Combine(folder, Path.GetFileName(side.OriginalName) is { Length: > 0 } name ? name : "content");
        var content = target + ".stored";
        progress.Begin("Downloading", side.StoredSize);
        await client.Content.DownloadFileAsync(
            BackupFolder.Of(job).Child(run.FileName!), content, new DownloadOptions { Overwrite = true, Progress = progress },
                cancellationToken);

        progress.Begin("Unpacking and checking", side.Size);
        var (size, hash) = await UnpackAsync(content, target, side, progress, cancellationToken);
        if (size != side.Size || hash != side.Sha256)
        {
            File.Delete(target);
            throw new InvalidDataException("The restored content is not what was backed up: its SHA-256 differs from the side file.");
        }

        if (side.Source == BackupSource.Folder)
        {
            await TarFile.ExtractToDirectoryAsync(target, folder, overwriteFiles: true, cancellationToken);
            File.Delete(target);
        }

        run.RestoredTo = side.Source == BackupSource.Folder ? folder : target;
        run.Message = "The content is what was backed up: SHA-256 compared.";
    }

    private async Task<(long Size, string Sha256)> UnpackAsync(
        string stored, string target, SideFile side, RunProgress progress, CancellationToken cancellationToken)
    {
        if (side.IsEncrypted)
        {
            var opened = stored + ".open";
            await using (var source = File.OpenRead(stored))
            await using (var plain = File.Create(opened))
                await SealedReader.CopyAsync(source, plain, key.Derive("backups"), cancellationToken);
            File.Move(opened, stored, overwrite: true);
        }

        (long, string) result;
        await using (var source = File.OpenRead(stored))
        await using (var file = File.Create(target))
        await using (var hashing = new HashingStream(file, progress.Count))
        {
            Stream content = side.IsCompressed ? new GZipStream(source, CompressionMode.Decompress) : source;
            await using (content)
                await content.CopyToAsync(hashing, 128 * 1024, cancellationToken);
            result = hashing.Result();
        }

        File.Delete(stored);
        return result;
    }
}
