using System.CommandLine;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Cli.Commands;

/// <summary>Lists, fetches and restores the versions of a file.</summary>
internal static class VersionsCommand
{
    internal static Command Create(Globals globals)
    {
        var path = Arguments.Path(description: "A file of the drive.");
        var restore = new Option<string?>("--restore") { Description = "Make this version the current one again.", HelpName = "id" };
        var get = new Option<string?>("--get") { Description = "Download this version.", HelpName = "id" };
        var local = new Option<string?>("--to") { Description = "With --get: the local file, which must not exist.", HelpName = "file" };
        return new Verb(globals, "versions", "List the versions of a file.", path, restore, get, local).Run((session, parsed, token) =>
            (parsed.GetValue(restore), parsed.GetValue(get)) switch
            {
                ({ } id, _) => RestoreAsync(session, parsed.GetValue(path)!, id, token),
                (_, { } id) => GetAsync(session, parsed.GetValue(path)!, id, parsed.GetValue(local), token),
                _ => ListAsync(session, parsed.GetValue(path)!, token),
            });
    }

    private static async Task<int> ListAsync(Session session, string path, CancellationToken cancellationToken)
    {
        var connection = await session.ConnectAsync(cancellationToken);
        var found = await connection.Client.Versions.ListAsync(connection.Address(path)).ToListAsync(cancellationToken);
        if (session.Screen.IsJson)
        {
            session.Screen.Json(new JsonArray([.. found.Select(version => new JsonObject
            {
                ["id"] = version.Id,
                ["size"] = version.Size,
                ["modified"] = version.LastModifiedDateTime is { } time ? ItemJson.Time(time) : null,
                ["by"] = WhoOf(version),
            })]));
        }
        else
        {
            session.Screen.Table(["Version", "Size", "Modified", "By"], found.Select(version => (IReadOnlyList<Cell>)
                [version.Id, Cell.Number(Format.Size(version.Size)), Format.Time(version.LastModifiedDateTime), WhoOf(version)]));
        }

        return ExitCode.Success;
    }

    private static async Task<int> RestoreAsync(Session session, string path, string id, CancellationToken cancellationToken)
    {
        var connection = await session.ConnectAsync(cancellationToken);
        await connection.Client.Versions.RestoreAsync(connection.Address(path), id, cancellationToken);
        if (session.Screen.IsJson)
            session.Screen.Json(new JsonObject { ["restored"] = id });
        session.Screen.Note($"{RemotePath.Show(path)}: version {id} is the current one again");
        return ExitCode.Success;
    }

    private static async Task<int> GetAsync(
        Session session, string path, string id, string? local, CancellationToken cancellationToken)
    {
        if (local is null)
            throw new CliException("--get needs --to FILE.", ExitCode.Usage);
        var connection = await session.ConnectAsync(cancellationToken);
        long length;
        await using (var file = new FileStream(local, FileMode.CreateNew, FileAccess.Write))
        {
            length = await connection.Client.Versions.DownloadAsync(
                connection.Address(path), id, file, cancellationToken: cancellationToken);
        }
        if (session.Screen.IsJson)
            session.Screen.Json(new JsonObject { ["version"] = id, ["localPath"] = Path.GetFullPath(local), ["size"] = length });
        session.Screen.Note($"{local}: version {id}, {Format.Size(length)}");
        return ExitCode.Success;
    }

    private static string? WhoOf(DriveItemVersion version) => version.LastModifiedBy?.User?.DisplayName;
}
