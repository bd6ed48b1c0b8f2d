using System.CommandLine;

namespace OneDrive.Sdk.Cli.Commands;

/// <summary>Makes folders.</summary>
internal static class MkdirCommand
{
    internal static Command Create(Globals globals)
    {
        var path = Arguments.Path(description: "The new folder; folders above it are made too.");
        return new Verb(globals, "mkdir", "Make a folder. It is no error when it exists.", path).Run((session, parsed, token) =>
            RunAsync(session, parsed.GetValue(path)!, token));
    }

    private static async Task<int> RunAsync(Session session, string path, CancellationToken cancellationToken)
    {
        foreach (var name in path.Trim('/').Split('/'))
        {
            if (ItemNames.CheckRemote(name) is { } problem)
                throw new CliException(new InvalidItemNameException(name, problem).Message, ExitCode.Failed);
        }

        var connection = await session.ConnectAsync(cancellationToken);
        var item = await connection.Client.Items.EnsureFolderAsync(connection.Address(path), cancellationToken);
        if (session.Screen.IsJson)
            session.Screen.Json(ItemJson.Of(item, RemotePath.Show(path)));
        session.Screen.Note($"{RemotePath.Show(path)}/ is there");
        return ExitCode.Success;
    }
}
