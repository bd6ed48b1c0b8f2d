using System.CommandLine;

namespace OneDrive.Sdk.Cli.Commands;

/// <summary>Makes one side like the other.</summary>
internal static class SyncCommand
{
    internal static Command Create(Globals globals) => new(
        "sync", "Make a folder like another one: only what differs is transferred. Run again it moves nothing.")
    {
        Direction(globals, "up", "Make a folder of the drive like a local folder.", isUp: true),
        Direction(globals, "down", "Make a local folder like a folder of the drive.", isUp: false),
    };

    private static Verb Direction(Globals globals, string name, string description, bool isUp)
    {
        var local = new Argument<string>("local") { Description = "A local folder." };
        var remote = Arguments.Path("remote", "A folder of the drive.");
        var dryRun = Arguments.Flag("--dry-run", "Only tell what would be done.", "-n");
        var delete = Arguments.Flag("--delete", "Delete what the source does not have. What the filters leave out is kept.");
        var limit = new Option<int>("--max-delete")
        {
            Description = "With --delete: do nothing at all when more than so many files and folders would be deleted.",
            HelpName = "number",
            DefaultValueFactory = _ => 50,
        };
        var include = Patterns("--include", "Only files that match, such as *.docx or Reports/**.");
        var exclude = Patterns("--exclude", "No files and folders that match.");
        var mapNames = Arguments.Flag(
            "--map-names", "Replace characters that the other side refuses, reversibly: a:b is a：b on the drive.");
        var compare = new Option<string>("--compare")
        {
            Description = "How unchanged files are recognised.",
            DefaultValueFactory = _ => "hash",
        };
        compare.AcceptOnlyFromAmong("hash", "time");
        var report = new Option<string?>("--report")
        {
            Description = "Write a line of JSON for every file and folder to this file.",
            HelpName = "file",
        };
        var transfers = Arguments.Transfers();
        Argument first = isUp ? local : remote;
        Argument second = isUp ? remote : local;
        return new Verb(
            globals, name, description, first, second, dryRun, delete, limit, include, exclude, mapNames, compare, report, transfers).Run(
            (session, parsed, token) => RunAsync(
                session,
                isUp,
                parsed.GetValue(local)!,
                parsed.GetValue(remote)!,
                new TransferSettings
                {
                    Overwrite = true,
                    MapNames = parsed.GetValue(mapNames),
                    DryRun = parsed.GetValue(dryRun),
                    Transfers = parsed.GetValue(transfers),
                    Comparison = parsed.GetValue(compare) == "time" ? FolderComparison.SizeAndTime : FolderComparison.SizeAndHash,
                    Filter = new PathFilter(parsed.GetValue(include) ?? [], parsed.GetValue(exclude) ?? []),
                    Report = parsed.GetValue(report),
                },
                parsed.GetValue(delete) ? parsed.GetValue(limit) : null,
                token));
    }

    private static Option<string[]> Patterns(string name, string description) => new(name)
    {
        Description = description + " May be given more than once.",
        HelpName = "pattern",
    };

    private static async Task<int> RunAsync(
        Session session, bool isUp, string local, string remote, TransferSettings settings, int? limit, CancellationToken cancellationToken)
    {
        session.HowToResume = "Run the same command again: it goes on where it stopped, large files too.";
        if (isUp && !Directory.Exists(local))
            throw new CliException($"There is no folder '{local}'.", ExitCode.NotFound);
        if (File.Exists(local))
            throw new CliException($"'{local}' is a file.", ExitCode.Usage, "'put' and 'get' transfer single files.");
        var connection = await session.ConnectAsync(cancellationToken);
        var address = connection.Address(remote);
        var item = await connection.Client.Items.FindAsync(address, cancellationToken: cancellationToken);
        if (item is null && !isUp)
            throw new CliException($"There is no folder '{remote}' on the drive.", ExitCode.NotFound);
        if (item is not null && Format.KindOf(item) is not "folder")
            throw new CliException($"'{remote}' is not a folder.", ExitCode.Usage, "'put' and 'get' transfer single files.");

        // Before anything is moved: a wrong source is noticed while nothing is lost yet.
        var cleaner = new Cleaner(session.Screen, connection.Client, settings);
        var extra = limit is null || item is null ? []
            : isUp ? await cleaner.FindRemoteAsync(local, item, cancellationToken)
            : await cleaner.FindLocalAsync(local, item, cancellationToken);
        if (extra.Count > limit)
        {
            throw new CliException(
                $"{Format.Count(extra.Count, "file or folder")} would be deleted, more than the limit of {limit}. Nothing was done.",
                ExitCode.TooMuch,
                $"If that is meant: --max-delete {extra.Count}. --dry-run --max-delete {extra.Count} lists them.");
        }

        var memory = await SyncMemory.LoadAsync(session.State, isUp, Path.GetFullPath(local), address.ToString(), cancellationToken);
        var report = new TransferReport(session.Screen, settings, memory);
        await using (report)
        {
            var result = isUp
                ? await FolderTransfers.UpAsync(session, connection, local, address, settings, report, cancellationToken)
                : await FolderTransfers.DownAsync(session, connection, address, local, settings, report, item!.Size, cancellationToken);
            if (!settings.DryRun)
                await memory.SaveAsync(cancellationToken);
            if (extra.Count > 0 && !result.IsComplete)
            {
                session.Screen.Warn("Nothing was deleted, because not everything was transferred.");
                extra = [];
            }

            var (deleted, failed) = isUp
                ? await cleaner.DeleteRemoteAsync(extra, cancellationToken)
                : cleaner.DeleteLocal(extra, local);
            var code = report.Finish(result, isUp ? "uploaded" : "downloaded", deleted);
            return code == ExitCode.Success && failed > 0 ? ExitCode.Failed : code;
        }
    }
}
