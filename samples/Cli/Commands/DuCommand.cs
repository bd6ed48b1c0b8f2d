using System.CommandLine;
using System.Text.Json.Nodes;

namespace OneDrive.Sdk.Cli.Commands;

/// <summary>Adds up sizes.</summary>
internal static class DuCommand
{
    internal static Command Create(Globals globals)
    {
        var path = Arguments.OptionalPath();
        var depth = new Option<int>("--depth")
        {
            Description = "How many levels of folders to show.",
            HelpName = "levels",
            DefaultValueFactory = _ => 1,
        };
        return new Verb(globals, "du", "Add up the files below a folder, folder by folder.", path, depth).Run((session, parsed, token) =>
            RunAsync(session, parsed.GetValue(path)!, parsed.GetValue(depth), token));
    }

    private static async Task<int> RunAsync(Session session, string path, int depth, CancellationToken cancellationToken)
    {
        var connection = await session.ConnectAsync(cancellationToken);
        var tree = new RemoteTree(connection.Client);
        var root = RemotePath.Show(path);
        var sums = new Dictionary<string, Sum>(StringComparer.Ordinal) { [root] = new() };
        await foreach (var entry in tree.WalkAsync(connection.Address(path), root, int.MaxValue, cancellationToken))
        {
            if (entry.IsFolder && entry.Depth <= depth)
                sums.TryAdd(entry.Path, new Sum());
            foreach (var folder in Above(entry.Path, root))
            {
                if (sums.TryGetValue(folder, out var sum))
                    sum.Add(entry);
            }
        }

        var rows = sums.OrderBy(pair => pair.Key == root).ThenByDescending(pair => pair.Value.Bytes).ToList();
        if (session.Screen.IsJson)
        {
            session.Screen.Json(new JsonArray([.. rows.Select(pair => new JsonObject
            {
                ["path"] = pair.Key,
                ["bytes"] = pair.Value.Bytes,
                ["files"] = pair.Value.Files,
                ["folders"] = pair.Value.Folders,
            })]));
        }
        else
        {
            session.Screen.Table(["Size", "Files", "Folders", "Path"], rows.Select(pair => (IReadOnlyList<Cell>)
            [
                Cell.Number(session.Screen.IsTerminal ? Format.Size(pair.Value.Bytes) : Invariant(pair.Value.Bytes)),
                Cell.Number(Invariant(pair.Value.Files)),
                Cell.Number(Invariant(pair.Value.Folders)),
                pair.Key,
            ]));
        }

        return LsCommand.Failures(session.Screen, tree);
    }

    private static string Invariant(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<string> Above(string path, string root)
    {
        yield return root;
        for (var at = path.LastIndexOf('/'); at > Math.Max(root.Length - 1, 0); at = path.LastIndexOf('/', at - 1))
            yield return path[..at];
    }

    private sealed class Sum
    {
        internal long Bytes { get; private set; }

        internal long Files { get; private set; }

        internal long Folders { get; private set; }

        internal void Add(RemoteEntry entry)
        {
            if (entry.IsFolder)
                Folders++;
            else
                (Files, Bytes) = (Files + 1, Bytes + (entry.Item.Size ?? 0));
        }
    }
}
