namespace OneDrive.Sdk.Mirror;

/// <summary>
/// Makes the disk like the catalog. Everything that moves or goes is first put aside in a staging folder, under its number, so that swapped
/// names and folders that change places need no order; then everything is put where it belongs, folders first; what was deleted goes to the
/// trash. Each step can be repeated: a killed process leaves nothing that the next one does not understand.
/// </summary>
internal sealed class Reconciler
{
    private const int Batch = 500;
    private const int MostLevels = 400;
    private const int Downloads = 8;

    private readonly IOneDriveClient _client;
    private readonly Catalog _catalog;
    private readonly string _root;
    private readonly string _rootId;
    private readonly string _staging;
    private readonly string _incoming;
    private readonly string _trash;
    private readonly TimeProvider _time;
    private readonly Tally _tally;
    private readonly LocalContent _content;

    internal Reconciler(IOneDriveClient client, Catalog catalog, string root, TimeProvider time, Tally tally)
    {
        (_client, _catalog, _root, _time, _tally) = (client, catalog, root, time, tally);
        _rootId = catalog.Get(ChangePull.RootKey)!;
        _staging = Path.Combine(root, LocalNaming.StateFolder, "staging");
        _incoming = Path.Combine(root, LocalNaming.StateFolder, "incoming");
        _trash = Path.Combine(root, LocalNaming.StateFolder, "trash");
        _content = new LocalContent(time, tally);
        Directory.CreateDirectory(_staging);
        Directory.CreateDirectory(_incoming);
        Directory.CreateDirectory(_trash);
    }

    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        // What is in a folder that was deleted is deleted too, unless it was moved away.
        while (_catalog.Run(
            "UPDATE items SET deleted = 1, dirty = 1 WHERE deleted = 0 AND parent IN (SELECT id FROM items WHERE deleted = 1)") > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        Each("1 = 1", Recover, cancellationToken);
        Each("place = 1", PutAside, cancellationToken);
        Each("deleted = 0 AND folder = 1", entry => PlaceFolder(entry, 0), cancellationToken);
        Each("deleted = 0 AND folder = 0 AND place = 2", PlaceStagedFile, cancellationToken);
        await FetchAsync(cancellationToken);
        Each("deleted = 1", Discard, cancellationToken);
        if (_tally.Failed == 0)
            _catalog.Set(ChangePull.KeepBothKey, "");
    }

    private void Each(string condition, Action<Entry> work, CancellationToken cancellationToken)
    {
        var after = 0L;
        while (_catalog.Dirty(condition, after, Batch) is { Count: > 0 } entries)
        {
            foreach (var entry in entries)
            {
                cancellationToken.ThrowIfCancellationRequested();
                after = entry.Number;
                try
                {
                    work(entry);
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
                {
                    _tally.Fail(entry.Name, exception);
                }
            }
        }
    }

    /// <summary>Finds out how far a killed process had come.</summary>
    private void Recover(Entry entry)
    {
        var isStaged = Path.Exists(StagingOf(entry));
        if (entry.Place is Place.Placed && isStaged)
            SetPlace(entry, Place.Staged);
        else if (entry.Place is Place.Moving)
            SetPlace(entry, isStaged ? Place.Staged : Place.Placed);
        else if (entry.Place is Place.Staged && !isStaged)
            SetPlace(entry, Place.None);
    }

    private void PutAside(Entry entry)
    {
        if (!entry.IsDeleted && !entry.IsElsewhere)
            return;

        // What is deleted together with its folder stays in it, so that the trash shows the folder as it was.
        if (entry.IsDeleted && _catalog.Find(entry.LocalParentId) is { IsDeleted: true, Place: not Place.None })
            return;
        var path = PathOf(entry);
        if (!Path.Exists(path))
        {
            SetPlace(entry, Place.None);
            return;
        }

        Move(path, StagingOf(entry), entry.IsFolder);
        SetPlace(entry, Place.Staged);
    }

    private Entry PlaceFolder(Entry entry, int level)
    {
        if (level > MostLevels)
            throw new InvalidDataException("The folder is in itself, or too deep.");
        if (entry.Id == _rootId || (entry.Place is Place.Placed && !entry.IsElsewhere))
        {
            if (entry.Id != _rootId)
            {
                Directory.CreateDirectory(PathOf(entry));
                Clean(entry);
            }

            return entry;
        }

        var parent = Parent(entry, level);
        var (name, path) = Choose(entry, parent);
        if (entry.Place is Place.Staged)
        {
            if (File.Exists(path) || Directory.Exists(path))
                _content.KeepAside(path);
            Unstage(entry, name, path);
            _tally.Moves++;
        }
        else
        {
            if (File.Exists(path))
                _content.KeepAside(path);
            if (!Directory.Exists(path))
                _tally.Folders++;
            Directory.CreateDirectory(path);
            SetLocal(entry, name, Place.Placed);
        }

        Clean(entry);
        return _catalog.Find(entry.Id)!;
    }

    private void PlaceFolder(Entry entry) => PlaceFolder(entry, 0);

    private void PlaceStagedFile(Entry entry)
    {
        var parent = Parent(entry, 0);
        var (name, path) = Choose(entry, parent);
        if (Path.Exists(path))
            _content.KeepAside(path);
        Unstage(entry, name, path);
        _tally.Moves++;
    }

    private async Task FetchAsync(CancellationToken cancellationToken)
    {
        var keepBoth = _catalog.Get(ChangePull.KeepBothKey) == "1";
        var after = 0L;
        while (_catalog.Dirty("deleted = 0 AND folder = 0 AND place IN (0, 1)", after, Batch) is { Count: > 0 } entries)
        {
            after = entries[^1].Number;

            // Names are chosen one after the other, so that two files never choose the same.
            var work = new List<(Entry Entry, string Name, string Path)>();
            foreach (var entry in entries)
            {
                try
                {
                    if (entry.Place is Place.Placed)
                    {
                        // What could not be moved is tried again by the next run.
                        if (!entry.IsElsewhere)
                            work.Add((entry, entry.LocalName!, PathOf(entry)));
                        continue;
                    }

                    var (name, path) = Choose(entry, Parent(entry, 0));
                    SetLocal(entry, name, Place.Placed);
                    work.Add((entry, name, path));
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
                {
                    _tally.Fail(entry.Name, exception);
                }
            }

            await Parallel.ForEachAsync(
                work,
                new ParallelOptions { MaxDegreeOfParallelism = Downloads, CancellationToken = cancellationToken },
                async (one, token) => await FetchAsync(one.Entry, one.Path, keepBoth, token));
        }
    }

    private async Task FetchAsync(Entry entry, string path, bool keepBoth, CancellationToken cancellationToken)
    {
        try
        {
            var found = LocalContent.Look(path);
            var isOurs = entry.LocalTag is not null && found is not null && found == (entry.LocalSize, entry.LocalTime);
            if (isOurs && entry.LocalTag == entry.Content)
            {
                Clean(entry);
                return;
            }

            if (found is not null && entry.Hash is not null && await LocalContent.HashAsync(path, cancellationToken) == entry.Hash)
            {
                _tally.Adopted++;
                Keep(entry, path);
                return;
            }

            var incoming = Path.Combine(_incoming, entry.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
            await _client.Content.DownloadFileAsync(
                DriveOf().Item(entry.Id), incoming, new DownloadOptions { Overwrite = true, Resume = true }, cancellationToken);
            if (Directory.Exists(path) || (found is not null && (!isOurs || keepBoth)))
                _content.KeepAside(path);
            if (entry.Modified > 0)
                File.SetLastWriteTimeUtc(incoming, new DateTime(entry.Modified, DateTimeKind.Utc));
            File.Move(incoming, path, overwrite: true);
            _tally.Downloaded();
            Keep(entry, path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or OneDriveException)
        {
            _tally.Fail(entry.Name, exception);
        }
    }

    private void Discard(Entry entry)
    {
        if (entry.Place is Place.Placed or Place.Moving)
        {
            // It goes with the folder that it is in.
            if (_catalog.Find(entry.LocalParentId) is { IsDeleted: true })
                return;
        }
        else if (entry.Place is Place.Staged)
        {
            RequireEmptied(entry, 0);
            var target = Path.Combine(_trash, $"{entry.Number} {entry.LocalName ?? "item"}");
            for (var number = 1; Path.Exists(target); number++)
                target = Path.Combine(_trash, $"{entry.Number}-{number} {entry.LocalName ?? "item"}");
            Move(StagingOf(entry), target, entry.IsFolder);
            _tally.Trashed++;
        }

        Forget(entry, 0);
    }

    /// <summary>Something that could not be moved out of a deleted folder must not go to the trash with it.</summary>
    private void RequireEmptied(Entry folder, int level)
    {
        if (!folder.IsFolder || level > MostLevels)
            return;
        foreach (var child in _catalog.LocalChildren(folder.Id))
        {
            if (!child.IsDeleted)
                throw new InvalidDataException($"The deleted folder still holds '{child.Name}'; it is kept until the next run.");
            RequireEmptied(child, level + 1);
        }
    }

    private void Forget(Entry entry, int level)
    {
        if (level < MostLevels && entry.IsFolder)
        {
            foreach (var child in _catalog.LocalChildren(entry.Id).Where(child => child.IsDeleted))
                Forget(child, level + 1);
        }

        _catalog.Run("DELETE FROM items WHERE n = $0", entry.Number);
    }

    private Entry Parent(Entry entry, int level)
    {
        var parent = _catalog.Find(entry.ParentId) ?? throw new InvalidDataException("Its folder is not known yet.");
        if (parent.IsDeleted || !parent.IsFolder)
            throw new InvalidDataException("Its folder was deleted.");
        return PlaceFolder(parent, level + 1);
    }

    private (string Name, string Path) Choose(Entry entry, Entry parent)
    {
        var name = LocalNaming.Choose(entry, key => _catalog.FindByName(parent.Id, key, entry.Number) is not null);
        return (name, Path.Combine(PathOf(parent), name));
    }

    private string PathOf(Entry entry)
    {
        var names = new Stack<string>();
        for (var (current, level) = (entry, 0); ; level++)
        {
            if (current.Id == _rootId)
                return Path.Combine([_root, .. names]);
            if (current.Place is Place.Staged)
                return Path.Combine([StagingOf(current), .. names]);
            names.Push(current.LocalName ?? throw new InvalidDataException("It has no place yet."));
            current = level < MostLevels && _catalog.Find(current.LocalParentId) is { } above
                ? above
                : throw new InvalidDataException("Its folder is not known.");
        }
    }

    private void Unstage(Entry entry, string name, string path)
    {
        SetLocal(entry, name, Place.Moving);
        Move(StagingOf(entry), path, entry.IsFolder);
        SetPlace(entry, Place.Placed);
    }

    private static void Move(string from, string to, bool isFolder)
    {
        if (isFolder)
            Directory.Move(from, to);
        else
            File.Move(from, to);
    }

    private void Keep(Entry entry, string path)
    {
        var (size, time) = LocalContent.Look(path) ?? default;
        _catalog.Run(
            "UPDATE items SET l_tag = $1, l_size = $2, l_time = $3, dirty = 0 WHERE n = $0", entry.Number, entry.Content, size, time);
    }

    private void Clean(Entry entry) => _catalog.Run("UPDATE items SET dirty = 0 WHERE n = $0", entry.Number);

    private void SetPlace(Entry entry, Place place) => _catalog.Run("UPDATE items SET place = $1 WHERE n = $0", entry.Number, (int)place);

    private void SetLocal(Entry entry, string name, Place place) => _catalog.Run(
        "UPDATE items SET place = $1, l_parent = $2, l_name = $3, l_key = $4, l_source = $5 WHERE n = $0",
        entry.Number,
        (int)place,
        entry.ParentId,
        name,
        LocalNaming.KeyOf(name),
        entry.Name);

    private string StagingOf(Entry entry) =>
        Path.Combine(_staging, entry.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static DriveAddress DriveOf() => DriveAddress.Default;
}
