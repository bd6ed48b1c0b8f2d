using System.CommandLine;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Models;
using Spectre.Console;

namespace OneDrive.Sdk.Cli.Commands;

/// <summary>Shows folders as a tree.</summary>
internal static class TreeCommand
{
    internal static Command Create(Globals globals)
    {
        var path = Arguments.OptionalPath();
        var depth = Arguments.Depth();
        return new Verb(globals, "tree", "Show everything below a folder as a tree.", path, depth).Run((session, parsed, token) =>
            RunAsync(session, parsed.GetValue(path)!, parsed.GetValue(depth) ?? int.MaxValue, token));
    }

    private static async Task<int> RunAsync(Session session, string path, int depth, CancellationToken cancellationToken)
    {
        var connection = await session.ConnectAsync(cancellationToken);
        var address = connection.Address(path);
        var item = await connection.Client.Items.GetAsync(address, cancellationToken: cancellationToken);
        var walk = new Walk(session.Screen, new RemoteTree(connection.Client), depth);
        var name = RemotePath.Show(path);
        if (session.Screen.IsJson)
        {
            session.Screen.Json(await walk.ReadAsync(item, name, address, 1, cancellationToken));
        }
        else
        {
            session.Screen.Line(SafeText.Of(name));
            if (Format.KindOf(item) is "folder")
                await walk.ShowAsync(address, name, "", 1, cancellationToken);
            session.Screen.Note($"{Format.Count(walk.Folders, "folder")}, {Format.Count(walk.Files, "file")}, {Format.Size(walk.Bytes)}");
        }

        return LsCommand.Failures(session.Screen, walk.Tree);
    }

    private sealed class Walk(Screen screen, RemoteTree tree, int maximumDepth)
    {
        internal RemoteTree Tree => tree;

        internal long Files { get; private set; }

        internal long Folders { get; private set; }

        internal long Bytes { get; private set; }

        internal async Task ShowAsync(ItemAddress folder, string path, string prefix, int depth, CancellationToken cancellationToken)
        {
            var children = await ListAsync(folder, path, depth, cancellationToken);
            for (var index = 0; index < children.Count; index++)
            {
                var item = children[index];
                var isLast = index == children.Count - 1;
                var isFolder = Format.KindOf(item) is "folder";
                var text = SafeText.Of(item.Name) + (isFolder ? "/" : $"  {Format.Size(item.Size)}");
                screen.Line($"{prefix}{(isLast ? "└── " : "├── ")}{text}", isFolder ? new Style(Color.Blue) : Style.Plain);
                if (isFolder && depth < maximumDepth)
                {
                    await ShowAsync(
                        item.Address, RemotePath.Join(path, item.Name), prefix + (isLast ? "    " : "│   "), depth + 1, cancellationToken);
                }
            }
        }

        internal async Task<JsonObject> ReadAsync(
            DriveItem item, string path, ItemAddress address, int depth, CancellationToken cancellationToken)
        {
            var json = ItemJson.Of(item, path);
            if (Format.KindOf(item) is not "folder" || depth > maximumDepth)
                return json;
            var children = new JsonArray();
            foreach (var child in await ListAsync(address, path, depth, cancellationToken))
            {
                var below = Format.KindOf(child) is "folder" && child.RemoteItem is null ? child.Address : address;
                children.Add((JsonNode)await ReadAsync(child, RemotePath.Join(path, child.Name), below, depth + 1, cancellationToken));
            }

            json["children"] = children;
            return json;
        }

        private async Task<List<DriveItem>> ListAsync(ItemAddress folder, string path, int depth, CancellationToken cancellationToken)
        {
            var children = await tree.ChildrenAsync(folder, path, depth == 1, cancellationToken)
                .OrderBy(child => child.Name, StringComparer.OrdinalIgnoreCase)
                .ToListAsync(cancellationToken);
            Folders += children.Count(child => Format.KindOf(child) is "folder");
            Files += children.Count(child => Format.KindOf(child) is "file");
            Bytes += children.Where(child => Format.KindOf(child) is "file").Sum(child => child.Size ?? 0);
            return children;
        }
    }
}
