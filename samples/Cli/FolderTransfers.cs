namespace OneDrive.Sdk.Cli;

/// <summary>Transfers folders, and tells what became of each file.</summary>
internal static class FolderTransfers
{
    internal static async Task<int> UpAsync(
        Session session,
        Connection connection,
        string local,
        ItemAddress remote,
        TransferSettings settings,
        CancellationToken cancellationToken)
    {
        await using var report = new TransferReport(session.Screen, settings);
        var result = await UpAsync(session, connection, local, remote, settings, report, cancellationToken);
        return report.Finish(result, "uploaded");
    }

    internal static Task<FolderTransferResult> UpAsync(
        Session session,
        Connection connection,
        string local,
        ItemAddress remote,
        TransferSettings settings,
        TransferReport report,
        CancellationToken cancellationToken)
    {
        var total = session.Screen.ShowsProgress ? LocalTree.Measure(local, settings.Filter) : (long?)null;
        return TransferDisplay.RunAsync(session.Screen, local, total, progress => connection.Client.Content.UploadFolderAsync(
            remote,
            local,
            new UploadFolderOptions
            {
                Conflict = settings.Overwrite ? ConflictBehavior.Replace : ConflictBehavior.Fail,
                Comparison = settings.Comparison,
                DryRun = settings.DryRun,
                Filter = settings.Filter.Accepts,
                IsSame = report.Memory is { } memory ? memory.IsSame : null,
                MapNames = settings.MapNames,
                MaxConcurrentFiles = settings.Transfers,
                Progress = report,
                ByteProgress = progress,
                ResumeKeyPrefix = $"folder {connection.Profile.Name} {remote}",
            },
            cancellationToken));
    }

    internal static async Task<int> DownAsync(
        Session session,
        Connection connection,
        ItemAddress remote,
        string local,
        TransferSettings settings,
        long? size,
        CancellationToken cancellationToken)
    {
        await using var report = new TransferReport(session.Screen, settings);
        var result = await DownAsync(session, connection, remote, local, settings, report, size, cancellationToken);
        return report.Finish(result, "downloaded");
    }

    internal static Task<FolderTransferResult> DownAsync(
        Session session,
        Connection connection,
        ItemAddress remote,
        string local,
        TransferSettings settings,
        TransferReport report,
        long? size,
        CancellationToken cancellationToken) =>
        TransferDisplay.RunAsync(session.Screen, local, size, progress => connection.Client.Content.DownloadFolderAsync(
            remote,
            local,
            new DownloadFolderOptions
            {
                Overwrite = settings.Overwrite,
                Comparison = settings.Comparison,
                DryRun = settings.DryRun,
                Filter = settings.Filter.Accepts,
                IsSame = report.Memory is { } memory ? memory.IsSame : null,
                MapNames = settings.MapNames,
                MaxConcurrentFiles = settings.Transfers,
                Progress = report,
                ByteProgress = progress,
            },
            cancellationToken));
}
