namespace OneDrive.Sdk.Emulator.State;

/// <summary>
/// The tree of one drive. Callers hold <see cref="Gate"/> around everything they do with it, so that a check and the change that rests on
/// it belong together.
/// </summary>
internal sealed partial class DriveState
{
    private readonly Dictionary<string, ItemNode> _items = new(StringComparer.Ordinal);
    private readonly IdSource _ids;
    private readonly TimeProvider _time;
    private readonly List<ItemNode?> _listed = [];
    private long _quota;

    public DriveState(string id, EmulatorDriveType type, long quota, Actor owner, string webUrlPath, IdSource ids, TimeProvider time)
    {
        (Id, Type, _quota, Owner, WebUrlPath, _ids, _time) = (id, type, quota, owner, webUrlPath, ids, time);
        Changes = new ChangeLog(time);
        Unsaved = new UnsavedChanges(this);
        Root = New("root", isFolder: true, owner);
        Changes.Changed(Root);
    }

    public object Gate { get; } = new();

    public string Id { get; }

    public EmulatorDriveType Type { get; }

    public Actor Owner { get; }

    public long Quota
    {
        get => _quota;
        set => Unsaved.Note(_quota = value);
    }

    public string WebUrlPath { get; }

    public ItemNode Root { get; private set; }

    /// <summary>What happened so far. Anyone who changes an item past this class notes it there.</summary>
    public ChangeLog Changes { get; }

    public long Used => Root.Size;

    public long Remaining => Math.Max(0, Quota - Used);

    public ItemNode? FindById(string itemId)
    {
        var item = _items.GetValueOrDefault(itemId);
        item?.Watch();
        return item;
    }

    public static ItemNode? FindByPath(ItemNode start, IEnumerable<string> names)
    {
        var node = start;
        foreach (var name in names)
        {
            if (node.FindChild(name) is not { } child)
            {
                return null;
            }

            node = child;
        }

        return node;
    }

    /// <summary>
    /// Creates a folder, or answers the existing one when asked to replace it: a folder is never emptied by creating it again.
    /// </summary>
    public ItemNode CreateFolder(ItemNode parent, string name, ConflictBehavior conflict, Actor actor)
    {
        EnsureFolder(parent);
        NameRules.Validate(name);
        if (parent.FindChild(name) is { } existing)
        {
            switch (conflict)
            {
                case ConflictBehavior.Rename:
                    name = FindFreeName(parent, name);
                    break;
                case ConflictBehavior.Replace when existing.IsFolder:
                    return existing;
                default:
                    throw GraphError.NameAlreadyExists();
            }
        }

        NameRules.ValidatePathLength(parent, name);
        var folder = New(name, isFolder: true, actor);
        parent.Attach(folder);
        Changes.Changed(folder);
        return folder;
    }

    /// <summary>Walks down the names and creates the folders that are missing, as the service does for uploads by path.</summary>
    public ItemNode EnsureFolders(ItemNode start, IEnumerable<string> names, Actor actor)
        => names.Aggregate(start, (folder, name) => folder.FindChild(name) ?? CreateFolder(folder, name, ConflictBehavior.Fail, actor));

    /// <summary>Puts content under a name. The bool says whether the file is new.</summary>
    public (ItemNode Item, bool IsNew) PutFile(ItemNode parent, string name, StoredContent content, ConflictBehavior conflict, Actor actor)
    {
        EnsureFolder(parent);
        NameRules.Validate(name);
        if (parent.FindChild(name) is { } existing)
        {
            switch (conflict)
            {
                case ConflictBehavior.Rename:
                    name = FindFreeName(parent, name);
                    break;
                case ConflictBehavior.Replace when !existing.IsFolder:
                    ReplaceContent(existing, content, actor);
                    return (existing, false);
                default:
                    throw GraphError.NameAlreadyExists();
            }
        }

        NameRules.ValidatePathLength(parent, name);
        EnsureRoom(content.Length);
        var item = New(name, isFolder: false, actor);
        parent.Attach(item);
        item.SetContent(content);
        Changes.Changed(item);
        return (item, true);
    }

    public void ReplaceContent(ItemNode file, StoredContent content, Actor actor)
    {
        if (file.IsFolder)
        {
            throw GraphError.NameAlreadyExists();
        }

        ItemLocks.RequireUnlocked(file, actor);
        EnsureRoom(content.Length - file.Size);
        file.History.Push(file, Type);
        file.SetContent(content);
        file.FileSystemModified = _time.GetUtcNow();
        MarkModified(file, actor);
    }

    /// <summary>Moves or renames; a name that is taken is an error, except for a change of case.</summary>
    public void Move(ItemNode item, ItemNode newParent, string newName, ConflictBehavior conflict)
    {
        EnsureFolder(newParent);
        if (item.Parent is null)
        {
            throw GraphError.InvalidRequest("The root of a drive cannot be moved or renamed.");
        }

        if (newParent.IsWithin(item))
        {
            throw GraphError.InvalidRequest("An item cannot be moved into itself.");
        }

        NameRules.Validate(newName);
        ItemNode? replaced = null;
        if (newParent.FindChild(newName) is { } existing && !ReferenceEquals(existing, item))
        {
            switch (conflict)
            {
                case ConflictBehavior.Rename:
                    newName = FindFreeName(newParent, newName);
                    break;
                case ConflictBehavior.Replace when !existing.IsFolder && !item.IsFolder:
                    replaced = existing;
                    break;
                default:
                    throw GraphError.NameAlreadyExists();
            }
        }

        NameRules.ValidatePathLength(newParent, newName);
        if (replaced is not null)
        {
            Remove(replaced);
        }

        if (ReferenceEquals(item.Parent, newParent))
        {
            item.Rename(newName);
            Changes.Changed(item);
            return;
        }

        var oldParent = item.Parent;
        item.Detach();
        item.Rename(newName);
        newParent.Attach(item);
        Changes.Moved(item, oldParent);
    }

    public void Remove(ItemNode item, bool permanently = false)
    {
        if (item.Parent is null)
        {
            throw GraphError.InvalidRequest("The root of a drive cannot be deleted.");
        }

        Changes.Deleted(item);
        foreach (var node in item.SelfAndDescendants().ToArray())
        {
            _items.Remove(node.Id);
            SharedItems.Remove(node);
        }

        Discard(item, permanently);
        item.Detach();
    }

    public void MarkModified(ItemNode item, Actor actor)
    {
        item.Modified = _time.GetUtcNow();
        item.ModifiedBy = actor;
        item.Touch();
        item.Uses.Add("edit", item.Modified, actor);
        Changes.Changed(item);
    }

    public void EnsureRoom(long bytes)
    {
        if (bytes > 0 && bytes > Remaining)
        {
            throw GraphError.QuotaLimitReached();
        }
    }

    // A folder that was found before everything was exchanged is none of this drive any more.
    private void EnsureFolder(ItemNode node)
    {
        if (!node.IsFolder || _items.GetValueOrDefault(node.Id) != node)
        {
            throw GraphError.ItemNotFound();
        }
    }

    private static string FindFreeName(ItemNode parent, string name)
    {
        var stem = Path.GetFileNameWithoutExtension(name);
        var extension = Path.GetExtension(name);
        for (var number = 1; ; number++)
        {
            var candidate = $"{stem} {number}{extension}";
            if (parent.FindChild(candidate) is null)
            {
                return candidate;
            }
        }
    }

    private ItemNode New(string name, bool isFolder, Actor actor)
    {
        var now = _time.GetUtcNow();
        var node = new ItemNode(_ids.NextItemId(Type, Id), _ids.NextGuid(), name, isFolder)
        {
            ListItemId = (_listed.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
            Created = now,
            Modified = now,
            FileSystemCreated = now,
            FileSystemModified = now,
            CreatedBy = actor,
            ModifiedBy = actor,
            Watcher = Unsaved.Watcher,
        };
        _items.Add(node.Id, node);
        _listed.Add(node);
        node.Watch();
        node.Uses.Add("create", now, actor);
        return node;
    }
}
