using System.CommandLine;

namespace OneDrive.Sdk.Cli.Commands;

/// <summary>Copies within the drive, at the service.</summary>
internal static class CpCommand
{
    internal static Command Create(Globals globals)
    {
        var source = Arguments.Path("source");
        var target = Arguments.Path("target", "A folder that exists, or a new path.");
        var overwrite = Arguments.Flag("--overwrite", "Replace what is there.");
        return new Verb(globals, "cp", "Copy a file or a folder within the drive, without downloading it.", source, target, overwrite).Run(
            (session, parsed, token) => RunAsync(
                session, parsed.GetValue(source)!, parsed.GetValue(target)!, parsed.GetValue(overwrite), token));
    }

    private static async Task<int> RunAsync(
        Session session, string source, string target, bool overwrite, CancellationToken cancellationToken)
    {
        session.HowToResume = "The service goes on copying; 'ls' shows what is there.";
        var connection = await session.ConnectAsync(cancellationToken);
        var (folder, name) = await Targets.FindAsync(connection, target, cancellationToken);
        var copy = await connection.Client.Items.StartCopyAsync(
            connection.Address(source),
            folder,
            new CopyItemOptions { NewName = name, Conflict = overwrite ? ConflictBehavior.Replace : ConflictBehavior.Fail },
            cancellationToken);
        var item = await copy.WaitAsync(cancellationToken: cancellationToken);
        Targets.Tell(session.Screen, item, target, "copied to");
        return ExitCode.Success;
    }
}
