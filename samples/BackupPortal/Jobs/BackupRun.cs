using BackupPortal.Data;
using BackupPortal.Destinations;
using BackupPortal.Security;
using Microsoft.Extensions.Options;
using OneDrive.Sdk;

namespace BackupPortal.Jobs;

/// <summary>Stages the content, uploads it with its side file, and removes what the retention rule no longer keeps.</summary>
public sealed class BackupRun(
    PortalKey key, DestinationClients clients, IOptions<PortalSettings> settings, ILogger<BackupRun> log, TimeProvider time)
{
    private readonly string _folder = Path.Combine(settings.Value.DataFolder, "staging");

    public async Task RunAsync(
        IOneDriveClient client, JobRun run, RunProgress progress, Func<Task> save, CancellationToken cancellationToken)
    {
        var job = run.Job!;
        var staged = PathOf(run);
        if (!File.Exists(staged))
        {
            Directory.CreateDirectory(_folder);
            progress.Begin("Reading", job.Source == BackupSource.File ? new FileInfo(job.SourceText).Length : null);
            (run.Size, run.Sha256) = await new BackupContent(key.Derive("backups"))
                .StageAsync(job, staged, progress.Count, cancellationToken);
            run.StoredSize = new FileInfo(staged).Length;
            run.FileName = BackupContent.RemoteName(job, run.Requested);
            await save();
        }

        progress.Begin("Uploading", run.StoredSize);
        var folder = await client.Items.EnsureFolderAsync(BackupFolder.Of(job), cancellationToken);
        await client.Content.UploadFileAsync(
            folder.Address.Child(run.FileName!),
            staged,
            // The name holds the time of the run: a file of that name is this very run's, from before it was ended.
            new UploadOptions { ResumeKey = ResumeKeyOf(run), Conflict = ConflictBehavior.Replace, CheckQuota = true, Progress = progress },
            cancellationToken);

        progress.Begin("Writing the side file");
        using var side = new MemoryStream(SideFileOf(run).ToBytes());
        await client.Content.UploadAsync(
            folder.Address.Child(run.FileName + SideFile.Suffix),
            side,
            new UploadOptions { Conflict = ConflictBehavior.Replace },
            cancellationToken);
        File.Delete(staged);
        await CleanUpAsync(client, run, progress, cancellationToken);
    }

    /// <summary>Removes what a cancelled run leaves: the staged content, and the upload at the service.</summary>
    public async Task ForgetAsync(JobRun run, CancellationToken cancellationToken)
    {
        if (run.Kind != RunKind.Backup)
            return;
        File.Delete(PathOf(run));
        File.Delete(PathOf(run) + ".partial");
        try
        {
            using var client = await clients.CreateAsync(run.Job!.Destination!, cancellationToken: cancellationToken);
            await client.Content.CancelUploadAsync(ResumeKeyOf(run), cancellationToken);
        }
        catch (OneDriveException failure)
        {
            log.UploadNotCancelled(failure, run.Id);
        }
    }

    private static string ResumeKeyOf(JobRun run) => $"run-{run.Id}";

    private static SideFile SideFileOf(JobRun run) => new()
    {
        Job = run.Job!.Name,
        Source = run.Job.Source,
        OriginalName = BackupContent.OriginalName(run.Job),
        Created = run.Requested,
        Size = run.Size!.Value,
        StoredSize = run.StoredSize!.Value,
        Sha256 = run.Sha256!,
        IsCompressed = run.Job.Compresses,
        IsEncrypted = run.Job.Encrypts,
    };

    private async Task CleanUpAsync(IOneDriveClient client, JobRun run, RunProgress progress, CancellationToken cancellationToken)
    {
        if (RetentionRule.IsEmpty(run.Job!))
            return;
        progress.Begin("Removing old backups");
        var backups = await BackupFolder.ListAsync(client, run.Job!, cancellationToken);
        foreach (var (backup, _) in RetentionRule.Apply(run.Job!, backups, time.GetUtcNow()).Where(one => one.Reason is null))
            await BackupFolder.DeleteAsync(client, run.Job!, backup.Name, cancellationToken);
    }

    private string PathOf(JobRun run) => Path.Combine(_folder, $"run-{run.Id}");
}
