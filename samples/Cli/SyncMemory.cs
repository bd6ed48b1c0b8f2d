using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Cli;

/// <summary>
/// What a sync remembers of files whose hash says nothing: SharePoint rewrites documents, and some items have no hash. A file is the same
/// as long as neither side looks other than after its last transfer.
/// </summary>
internal sealed class SyncMemory
{
    private readonly string _path;
    private readonly string _root;
    private readonly ConcurrentDictionary<string, string> _known;

    private SyncMemory(string path, string root, bool isUp, ConcurrentDictionary<string, string> known) =>
        (_path, _root, IsUp, _known) = (path, root, isUp, known);

    internal bool IsUp { get; }

    internal static async Task<SyncMemory> LoadAsync(
        StateFolder state, bool isUp, string local, string remote, CancellationToken cancellationToken)
    {
        var name = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{(isUp ? "up" : "down")}\n{local}\n{remote}")), 0, 12);
        var path = Path.Combine(state.Path, "sync", name + ".json");
        var known = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        try
        {
            if (File.Exists(path))
            {
                foreach (var (key, value) in JsonNode.Parse(await File.ReadAllTextAsync(path, cancellationToken))!.AsObject())
                    known[key] = (string)value!;
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // What cannot be read is forgotten: those files are transferred once more.
            known.Clear();
        }

        return new SyncMemory(path, local, isUp, known);
    }

    internal bool IsSame(FileInfo file, DriveItem item) => _known.TryGetValue(item.Id ?? "", out var mark) && mark == MarkOf(file, item);

    /// <summary>Takes note of a file after its transfer; local names may have been mapped.</summary>
    internal void Learn(FolderTransferItem item, Func<string, string> localPathOf)
    {
        if (item is { IsFolder: false, Item.Id: { } id, Outcome: FolderTransferOutcome.Transferred }
            && (item.Integrity is not ContentIntegrity.Verified || IsRewritten(item.RelativePath)))
        {
            _known[id] = MarkOf(new FileInfo(Path.Combine(_root, localPathOf(item.RelativePath))), item.Item);
        }
    }

    internal async Task SaveAsync(CancellationToken cancellationToken)
    {
        if (_known.IsEmpty && !File.Exists(_path))
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        var json = new JsonObject();
        foreach (var (key, value) in _known)
            json[key] = value;
        await File.WriteAllTextAsync(_path + ".new", json.ToJsonString(), cancellationToken);
        File.Move(_path + ".new", _path, overwrite: true);
    }

    /// <summary>Documents may be described by another hash in a list than by themselves.</summary>
    private static bool IsRewritten(string path) => Path.GetExtension(path).ToUpperInvariant() is { Length: > 3 } extension
        && (extension[..4] is ".DOC" or ".XLS" or ".PPT" or ".PDF" or ".VSD" or ".HTM" or ".ASP" or ".ONE" or ".MPP" or ".PUB");

    /// <summary>Lists for downloads give the tag of the content, those for uploads do not.</summary>
    private string MarkOf(FileInfo file, DriveItem item) =>
        !IsUp && item.CTag is { } tag ? $"{LocalMark(file)} {tag}" : RemoteMark(file, item);

    private static string LocalMark(FileInfo file) => string.Create(
        CultureInfo.InvariantCulture, $"{(file.Exists ? file.Length : -1)} {(file.Exists ? file.LastWriteTimeUtc.Ticks : 0)}");

    private static string RemoteMark(FileInfo file, DriveItem item) => string.Create(
        CultureInfo.InvariantCulture,
        $"{LocalMark(file)} "
        + $"{item.Size} {item.File?.Hashes?.QuickXorHash} "
        + $"{item.FileSystemInfo?.LastModifiedDateTime?.UtcTicks}");
}
