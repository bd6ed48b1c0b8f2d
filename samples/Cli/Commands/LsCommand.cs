using System.CommandLine;
using OneDrive.Sdk.Models;
using Spectre.Console;

namespace OneDrive.Sdk.Cli.Commands;

/// <summary>Lists a folder.</summary>
internal static class LsCommand
{
    private static readonly Style FolderStyle = new(Color.Blue);

    internal static Command Create(Globals globals)
    {
        var path = Arguments.OptionalPath();
        var isLong = Arguments.Flag("--long", "Show size and time where the output is not a terminal, too.", "-l");
        var isRecursive = Arguments.Flag("--recursive", "List everything below the folder, with paths.", "-R");
        return new Verb(globals, "ls", "List a folder.", path, isLong, isRecursive).Run((session, parsed, token) => RunAsync(
            session, parsed.GetValue(path)!, parsed.GetValue(isLong), parsed.GetValue(isRecursive), token));
    }

    private static async Task<int> RunAsync(
        Session session, string path, bool isLong, bool isRecursive, CancellationToken cancellationToken)
    {
        var connection = await session.ConnectAsync(cancellationToken);
        var address = connection.Address(path);
        var item = await connection.Client.Items.GetAsync(address, cancellationToken: cancellationToken);
        var tree = new RemoteTree(connection.Client);
        var entries = Format.KindOf(item) is "folder"
            ? tree.ListAsync(address, RemotePath.Show(path), isRecursive, cancellationToken)
            : One(item, RemotePath.Show(path));
        if (session.Screen.IsJson)
        {
            await session.Screen.JsonArrayAsync(entries.Select(entry => ItemJson.Of(entry.Item, entry.Path)));
        }
        else if (session.Screen.IsTerminal && !isRecursive)
        {
            var found = await entries.OrderBy(entry => entry.Item.Name, StringComparer.OrdinalIgnoreCase).ToListAsync(cancellationToken);
            session.Screen.Table(["Size", "Modified", "Name"], found.Select(entry => Row(entry.Item, entry.Item.Name ?? "")));
        }
        else
        {
            await foreach (var entry in entries)
                Line(session.Screen, entry, isLong, isRecursive);
        }

        return Failures(session.Screen, tree);
    }

    /// <summary>Tells which folders could not be listed.</summary>
    internal static int Failures(Screen screen, RemoteTree tree)
    {
        foreach (var (folder, error) in tree.Failures)
            screen.Warn($"{folder}: {Runner.Describe(error)}");
        return tree.Failures.Count > 0 ? ExitCode.Failed : ExitCode.Success;
    }

    private static void Line(Screen screen, RemoteEntry entry, bool isLong, bool isRecursive)
    {
        var name = SafeText.Of(isRecursive ? entry.Path : entry.Item.Name) + (entry.IsFolder ? "/" : "");
        screen.Line(isLong
            ? $"{entry.Item.Size}\t{(Format.ModifiedOf(entry.Item) is { } time ? ItemJson.Time(time) : "")}\t{name}"
            : name);
    }

    private static IReadOnlyList<Cell> Row(DriveItem item, string name)
    {
        var kind = Format.KindOf(item);
        var isFolder = kind is "folder";
        return
        [
            Cell.Number(isFolder ? Format.Count(item.Folder?.ChildCount ?? 0, "item") : Format.Size(item.Size)),
            Format.Time(Format.ModifiedOf(item)),
            new Cell(isFolder ? name + "/" : kind is "file" ? name : $"{name} ({kind})", Style: isFolder ? FolderStyle : Style.Plain),
        ];
    }

    private static async IAsyncEnumerable<RemoteEntry> One(DriveItem item, string path)
    {
        await Task.CompletedTask;
        yield return new RemoteEntry(item, path, 0);
    }
}
