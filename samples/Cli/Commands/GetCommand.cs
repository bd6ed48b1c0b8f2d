using System.CommandLine;

namespace OneDrive.Sdk.Cli.Commands;

/// <summary>Downloads a file or a folder.</summary>
internal static class GetCommand
{
    internal static Command Create(Globals globals)
    {
        var remote = Arguments.Path("remote", "A file or folder of the drive.");
        var local = new Argument<string>("local")
        {
            Description = "Where it goes: a folder that exists, or a new name. Default: this folder.",
            DefaultValueFactory = _ => ".",
        };
        var overwrite = Arguments.Flag("--overwrite", "Replace files that are there and are not the same.");
        var transfers = Arguments.Transfers();
        return new Verb(globals, "get", "Download a file or a folder.", remote, local, overwrite, transfers).Run((session, parsed, token) =>
            RunAsync(
                session,
                parsed.GetValue(remote)!,
                parsed.GetValue(local)!,
                new TransferSettings { Overwrite = parsed.GetValue(overwrite), Transfers = parsed.GetValue(transfers) },
                token));
    }

    private static async Task<int> RunAsync(
        Session session, string remote, string local, TransferSettings settings, CancellationToken cancellationToken)
    {
        session.HowToResume = "Run the same command again: large files go on where they stopped.";
        var connection = await session.ConnectAsync(cancellationToken);
        var address = connection.Address(remote);
        var item = await connection.Client.Items.GetAsync(address, cancellationToken: cancellationToken);
        var name = ItemNames.ToLocal(item.Name ?? "download");
        var target = Directory.Exists(local) && item.Root is null ? Path.Combine(local, name) : local;
        if (Format.KindOf(item) is "folder")
            return await FolderTransfers.DownAsync(session, connection, address, target, settings, item.Size, cancellationToken);

        var result = await TransferDisplay.RunAsync(session.Screen, name, item.Size, progress =>
            connection.Client.Content.DownloadFileAsync(
                address,
                target,
                new DownloadOptions { Overwrite = settings.Overwrite, Resume = true, Progress = progress },
                cancellationToken));
        if (session.Screen.IsJson)
        {
            var json = ItemJson.Of(result.Item, RemotePath.Show(remote));
            json["localPath"] = Path.GetFullPath(target);
            json["integrity"] = result.Integrity.ToString();
            json["resumedFrom"] = result.ResumedFrom;
            session.Screen.Json(json);
        }

        session.Screen.Note($"{target}: {Format.Size(result.Length)}, {Words.Of(result.Integrity)}");
        return ExitCode.Success;
    }
}
