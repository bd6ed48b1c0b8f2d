using System.CommandLine;

namespace OneDrive.Sdk.Cli.Commands;

/// <summary>Moves and renames.</summary>
internal static class MvCommand
{
    internal static Command Create(Globals globals)
    {
        var source = Arguments.Path("source");
        var target = Arguments.Path("target", "A folder that exists, or a new path.");
        return new Verb(globals, "mv", "Move or rename a file or a folder.", source, target).Run((session, parsed, token) =>
            RunAsync(session, parsed.GetValue(source)!, parsed.GetValue(target)!, token));
    }

    private static async Task<int> RunAsync(Session session, string source, string target, CancellationToken cancellationToken)
    {
        var connection = await session.ConnectAsync(cancellationToken);
        var item = await connection.Client.Items.GetAsync(connection.Address(source), cancellationToken: cancellationToken);
        var (folder, name) = await Targets.FindAsync(connection, target, cancellationToken, item.Id);
        var parent = await connection.Client.Items.GetAsync(folder, cancellationToken: cancellationToken);
        var moved = await connection.Client.Items.MoveAsync(
            item.Address, parent.Address, new MoveItemOptions { NewName = name }, cancellationToken);
        Targets.Tell(session.Screen, moved, target, "moved to");
        return ExitCode.Success;
    }
}
