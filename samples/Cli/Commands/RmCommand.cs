using System.CommandLine;
using System.Text.Json.Nodes;

namespace OneDrive.Sdk.Cli.Commands;

/// <summary>Deletes.</summary>
internal static class RmCommand
{
    internal static Command Create(Globals globals)
    {
        var paths = new Argument<string[]>("path")
        {
            Description = "Files or folders of the drive.",
            Arity = ArgumentArity.OneOrMore,
        };
        var isRecursive = Arguments.Flag("--recursive", "Delete folders with everything in them.", "-r");
        var permanently = Arguments.Flag("--permanently", "Not to the recycle bin. This cannot be undone.");
        return new Verb(globals, "rm", "Delete files and folders. They go to the recycle bin.", paths, isRecursive, permanently).Run(
            (session, parsed, token) => RunAsync(
                session, parsed.GetValue(paths)!, parsed.GetValue(isRecursive), parsed.GetValue(permanently), token));
    }

    private static async Task<int> RunAsync(
        Session session, string[] paths, bool isRecursive, bool permanently, CancellationToken cancellationToken)
    {
        var connection = await session.ConnectAsync(cancellationToken);
        var code = ExitCode.Success;
        var deleted = new JsonArray();
        foreach (var path in paths)
        {
            try
            {
                var item = await connection.Client.Items.GetAsync(connection.Address(path), cancellationToken: cancellationToken);
                if (item.Root is not null)
                    throw new CliException("The root folder cannot be deleted.", ExitCode.Usage);
                if (Format.KindOf(item) is "folder" && !isRecursive && item.Folder?.ChildCount > 0)
                {
                    throw new CliException(
                        $"'{path}' is a folder with {Format.Count(item.Folder.ChildCount.Value, "item")}.",
                        ExitCode.Failed,
                        "--recursive deletes it.");
                }

                await connection.Client.Items.DeleteAsync(
                    item.Address, new DeleteItemOptions { Permanently = permanently }, cancellationToken);
                deleted.Add((JsonNode)ItemJson.Of(item, RemotePath.Show(path)));
                session.Screen.Note($"{RemotePath.Show(path)}: {(permanently ? "deleted" : "moved to the recycle bin")}");
            }
            catch (Exception exception) when (paths.Length > 1 && exception is CliException or OneDriveException)
            {
                var (failure, hint) = Runner.Explain(exception);
                code = Math.Max(code, failure);
                session.Screen.Error($"{path}: {Runner.Describe(exception)}", hint);
            }
        }

        if (session.Screen.IsJson)
            session.Screen.Json(deleted);
        return code;
    }
}
