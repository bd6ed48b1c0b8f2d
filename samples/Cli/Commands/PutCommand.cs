using System.CommandLine;

namespace OneDrive.Sdk.Cli.Commands;

/// <summary>Uploads a file, a folder, or the standard input.</summary>
internal static class PutCommand
{
    internal static Command Create(Globals globals)
    {
        var local = new Argument<string>("local") { Description = "A local file or folder; - is the standard input." };
        var remote = new Argument<string>("remote")
        {
            Description = "Where it goes: a folder that exists or ends with a slash, or a new path. Default: the root folder.",
            DefaultValueFactory = _ => "/",
        };
        var overwrite = Arguments.Flag("--overwrite", "Replace a file that is there and is not the same.");
        var mapNames = Arguments.Flag("--map-names", "Replace characters that OneDrive refuses: a:b becomes a：b.");
        var transfers = Arguments.Transfers();
        return new Verb(globals, "put", "Upload a file or a folder.", local, remote, overwrite, mapNames, transfers).Run(
            (session, parsed, token) => RunAsync(
                session,
                parsed.GetValue(local)!,
                parsed.GetValue(remote)!,
                new TransferSettings
                {
                    Overwrite = parsed.GetValue(overwrite),
                    MapNames = parsed.GetValue(mapNames),
                    Transfers = parsed.GetValue(transfers),
                },
                token));
    }

    private static async Task<int> RunAsync(
        Session session, string local, string remote, TransferSettings settings, CancellationToken cancellationToken)
    {
        session.HowToResume = "Run the same command again: large files go on where they stopped.";
        var isInput = local == "-";
        if (!isInput && !Path.Exists(local))
            throw new CliException($"There is no file or folder '{local}'.", ExitCode.NotFound);
        var connection = await session.ConnectAsync(cancellationToken);
        var localName = isInput ? null : Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(local)));
        var target = await FindTargetAsync(connection, remote, localName, settings, cancellationToken);
        if (Directory.Exists(local))
        {
            return await FolderTransfers.UpAsync(
                session, connection, local, connection.Address(target), settings, cancellationToken);
        }

        var path = Path.GetFullPath(local);
        var length = isInput ? (long?)null : new FileInfo(path).Length;
        var options = new UploadOptions
        {
            Conflict = settings.Overwrite ? ConflictBehavior.Replace : ConflictBehavior.Fail,
            ResumeKey = isInput ? null : $"put {connection.Profile.Name} {connection.Drive} {target}",
        };
        var result = await TransferDisplay.RunAsync(session.Screen, localName ?? target, length, progress => UploadAsync(
            connection, isInput ? null : path, connection.Address(target), With(options, progress), cancellationToken));
        if (session.Screen.IsJson)
        {
            var json = ItemJson.Of(result.Item, RemotePath.Show(target));
            json["integrity"] = result.Integrity.ToString();
            json["resumedFrom"] = result.ResumedFrom;
            session.Screen.Json(json);
        }

        var resumed = result.ResumedFrom is { } from ? $", went on from {Format.Size(from)}" : "";
        session.Screen.Note($"{RemotePath.Show(target)}: {Format.Size(result.Item.Size)}, {Words.Of(result.Integrity)}{resumed}");
        return ExitCode.Success;
    }

    private static async Task<UploadResult> UploadAsync(
        Connection connection, string? path, ItemAddress target, UploadOptions options, CancellationToken cancellationToken)
    {
        if (path is not null)
            return await connection.Client.Content.UploadFileAsync(target, path, options, cancellationToken);
        await using var input = Console.OpenStandardInput();
        return await connection.Client.Content.UploadAsync(target, input, options, cancellationToken);
    }

    private static UploadOptions With(UploadOptions options, IProgress<TransferProgress>? progress) => new()
    {
        Conflict = options.Conflict,
        ResumeKey = options.ResumeKey,
        Progress = progress,
        Spool = options.ResumeKey is null ? new UploadSpool() : null,
    };

    /// <summary>Below the remote path when that is a folder, else at it.</summary>
    private static async Task<string> FindTargetAsync(
        Connection connection, string remote, string? localName, TransferSettings settings, CancellationToken cancellationToken)
    {
        var isFolder = remote.EndsWith('/')
            || await connection.Client.Items.FindAsync(connection.Address(remote), cancellationToken: cancellationToken)
                is { } item && Format.KindOf(item) is "folder";
        if (!isFolder)
            return remote;
        if (localName is null)
            throw new CliException("The standard input has no name.", ExitCode.Usage, "Name the file: put - /Inbox/notes.txt");
        var name = settings.MapNames ? ItemNames.ToRemote(localName) : localName;
        if (ItemNames.CheckRemote(name) is { } problem)
        {
            throw new CliException(
                new InvalidItemNameException(name, problem).Message, ExitCode.Failed, "--map-names replaces what is refused.");
        }
        return RemotePath.Join(remote, name);
    }
}
