using System.CommandLine;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Models;
using Spectre.Console;

namespace OneDrive.Sdk.Cli.Commands;

/// <summary>Compares a local folder with one of the drive, by hash.</summary>
internal static class CheckCommand
{
    private const int BufferSize = 256 * 1024;

    internal static Command Create(Globals globals)
    {
        var local = new Argument<string>("local") { Description = "A local folder or file." };
        var remote = Arguments.Path("remote", "A folder or file of the drive.");
        var mapNames = Arguments.Flag("--map-names", "Names were replaced, see 'sync --map-names'.");
        var oneWay = Arguments.Flag("--one-way", "What only the drive has is no difference.");
        return new Verb(
            globals, "check", "Compare local files with the drive, by hash. Nothing is changed.", local, remote, mapNames, oneWay)
            .Run((session, parsed, token) => RunAsync(
                session, parsed.GetValue(local)!, parsed.GetValue(remote)!, parsed.GetValue(mapNames), parsed.GetValue(oneWay), token));
    }

    private static async Task<int> RunAsync(
        Session session, string local, string remote, bool mapNames, bool oneWay, CancellationToken cancellationToken)
    {
        if (!Path.Exists(local))
            throw new CliException($"There is no file or folder '{local}'.", ExitCode.NotFound);
        var connection = await session.ConnectAsync(cancellationToken);
        var address = connection.Address(remote);
        var item = await connection.Client.Items.GetAsync(address, cancellationToken: cancellationToken);
        var tree = new RemoteTree(connection.Client);
        var there = new Dictionary<string, DriveItem>(StringComparer.OrdinalIgnoreCase);
        if (Format.KindOf(item) is "folder")
        {
            await foreach (var entry in tree.WalkAsync(address, "/", int.MaxValue, cancellationToken))
            {
                if (!entry.IsFolder)
                    there[entry.Path[1..]] = entry.Item;
            }
        }
        else
        {
            there[""] = item;
        }

        var tally = new Tally(session.Screen);
        foreach (var file in Files(local))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var path = mapNames ? Cleaner.Map(file.Path, ItemNames.ToRemote) : file.Path;
            if (there.Remove(path, out var other))
                tally.Add(await CompareAsync(file, other, cancellationToken), file.Path);
            else
                tally.Add("only local", file.Path);
        }

        foreach (var path in there.Keys.Order(StringComparer.Ordinal).Where(_ => !oneWay))
            tally.Add("only remote", path);
        tally.Finish();
        var code = LsCommand.Failures(session.Screen, tree);
        return code != ExitCode.Success ? code : tally.Differences > 0 ? ExitCode.Different : ExitCode.Success;
    }

    private static IEnumerable<LocalItem> Files(string local) => File.Exists(local)
        ? [new LocalItem("", Path.GetFullPath(local), false, new FileInfo(local).Length)]
        : LocalTree.Walk(local, PathFilter.Everything).Where(file => !file.IsFolder);

    private static async Task<string> CompareAsync(LocalItem file, DriveItem item, CancellationToken cancellationToken)
    {
        if (item.File?.Hashes?.QuickXorHash is { } hash)
            return await HashAsync(file.FullPath, cancellationToken) == hash ? "same" : "different";
        return item.Size != file.Length ? "different" : file.Length == 0 ? "same" : "no hash";
    }

    private static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        var hash = new QuickXorHash();
        var buffer = new byte[BufferSize];
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, useAsync: true);
        for (int read; (read = await file.ReadAsync(buffer, cancellationToken)) > 0;)
            hash.Append(buffer.AsSpan(0, read));
        return Convert.ToBase64String(hash.GetCurrentHash());
    }

    private sealed class Tally(Screen screen)
    {
        private long _same;
        private long _unknown;

        internal long Differences { get; private set; }

        internal void Add(string verdict, string path)
        {
            if (verdict == "same")
            {
                _same++;
                return;
            }

            if (verdict == "no hash")
                _unknown++;
            else
                Differences++;
            if (screen.IsJson)
                screen.JsonLine(new JsonObject { ["verdict"] = verdict, ["path"] = path });
            else
                screen.Line($"{verdict,-12} {SafeText.Of(path)}", new Style(verdict == "no hash" ? Color.Yellow : Color.Red));
        }

        internal void Finish()
        {
            if (screen.IsJson)
            {
                screen.JsonLine(new JsonObject
                {
                    ["summary"] = true,
                    ["same"] = _same,
                    ["different"] = Differences,
                    ["notComparable"] = _unknown,
                });
            }

            screen.Note($"{Format.Count(_same, "file")} the same, {Format.Count(Differences, "difference")}, {_unknown:N0} without a hash");
        }
    }
}
