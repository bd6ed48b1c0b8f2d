namespace OneDrive.Sdk.Emulator.State;

/// <summary>One file or folder of a drive. Everything here is guarded by the lock of the drive.</summary>
internal sealed partial class ItemNode(string id, Guid uniqueId, string name, bool isFolder)
{
    private readonly ChildTable? _children = isFolder ? new() : null;
    private int _revision = 1;
    private int _contentRevision = 1;

    public string Id { get; } = id;

    /// <summary>The number of the entry in the list of the library.</summary>
    public string ListItemId { get; init; } = string.Empty;

    public string Name { get; private set; } = name;

    public bool IsFolder { get; } = isFolder;

    public ItemNode? Parent { get; private set; }

    public string? SpecialFolder { get; set; }

    public StoredContent? Content { get; set; }

    /// <summary>The length of a file; of a folder, the sum of everything below.</summary>
    public long Size { get; private set; }

    public string? Description { get; set; }

    /// <summary>What is said of the content, instead of the truth.</summary>
    public ContentDescription? ContentDescription { get; set; }

    /// <summary>Whether the content is not handed out because it holds malware.</summary>
    public bool IsInfected { get; set; }

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset Modified { get; set; }

    public DateTimeOffset FileSystemCreated { get; set; }

    public DateTimeOffset FileSystemModified { get; set; }

    public required Actor CreatedBy { get; init; }

    public required Actor ModifiedBy { get; set; }

    /// <summary>Who else may do what, given on this very item.</summary>
    public List<SharePermission> Permissions => field ??= [];

    /// <summary>The ids of those who follow the item.</summary>
    public HashSet<string> Followers => field ??= new(StringComparer.Ordinal);

    /// <summary>Who has the file for himself.</summary>
    public Actor? CheckedOutBy { get; set; }

    public string? CheckInComment { get; set; }

    /// <summary>What the item holds, if it is a bundle.</summary>
    public BundleState? Bundle { get; set; }

    /// <summary>The folder of another drive for which the item stands.</summary>
    public RemoteFolder? Remote { get; set; }

    public RetentionLabel? RetentionLabel { get; set; }

    public List<(string Id, string Method)> SensitivityLabels => field ??= [];

    public ItemHistory History { get; private init; } = new();

    /// <summary>The picture that a user uploaded.</summary>
    public StoredContent? ThumbnailSource { get; set; }

    /// <summary>What is in the columns of the library.</summary>
    public Dictionary<string, System.Text.Json.JsonElement> Fields => field ??= new(StringComparer.Ordinal);

    public FieldHistory FieldHistory { get; private init; } = new();

    /// <summary>The captured states of the folder, the newest first.</summary>
    public List<DocumentSetState> DocumentSets { get; } = [];

    public ItemUses Uses { get; } = new();

    public int ChildCount => _children?.Count ?? 0;

    /// <summary>Changes with every change of metadata or content.</summary>
    public string ETag => $"\"{{{uniqueId.ToString().ToUpperInvariant()}}},{_revision}\"";

    /// <summary>Changes with the content only; of a folder, with anything below.</summary>
    public string CTag => $"\"c:{{{uniqueId.ToString().ToUpperInvariant()}}},{_contentRevision}\"";

    public ItemNode? FindChild(string childName)
    {
        var child = _children?.Find(childName);
        child?.Watch();
        return child;
    }

    /// <summary>The children, ordered by name. The list changes with the folder.</summary>
    public IReadOnlyList<ItemNode> ListChildren() => _children?.InOrder ?? [];

    public void Attach(ItemNode child)
    {
        _children!.Add(child);
        child.Parent = this;
        Grow(child.Size);
    }

    public void Detach()
    {
        var parent = Parent!;
        parent._children!.Remove(this);
        Parent = null;
        parent.Grow(-Size);
    }

    public void Rename(string newName)
    {
        Parent?._children!.Remove(this);
        Name = newName;
        Parent?._children!.Add(this);
    }

    public void SetContent(StoredContent content)
    {
        Content = content;
        ContentDescription = null;
        IsInfected = false;
        _contentRevision++;
        var growth = content.Length - Size;
        Size = content.Length;
        Parent?.Grow(growth);
    }

    /// <summary>Takes over what the client says about the file; null leaves a value alone.</summary>
    public void Apply(DateTimeOffset? fileSystemCreated, DateTimeOffset? fileSystemModified, string? description)
    {
        FileSystemCreated = fileSystemCreated ?? FileSystemCreated;
        FileSystemModified = fileSystemModified ?? FileSystemModified;
        Description = description ?? Description;
    }

    /// <summary>Puts back what was in the columns once.</summary>
    public void Restore(FieldVersion version)
    {
        Fields.Clear();
        foreach (var (name, value) in version.Fields)
        {
            Fields.Add(name, value);
        }
    }

    public void Touch() => _revision++;

    public bool IsWithin(ItemNode folder)
    {
        for (var node = this; node is not null; node = node.Parent)
        {
            if (ReferenceEquals(node, folder))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The names from the root of the drive down to here, joined by slashes; empty for the root.</summary>
    public string GetPath() => Parent is { } parent ? parent.GetPath() is { Length: > 0 } path ? $"{path}/{Name}" : Name : string.Empty;

    public IEnumerable<ItemNode> SelfAndDescendants() => ListChildren().SelectMany(child => child.SelfAndDescendants()).Prepend(this);

    private void Grow(long bytes)
    {
        for (var folder = this; folder is not null; folder = folder.Parent)
        {
            folder.Size += bytes;
            folder._contentRevision++;
            folder.Watch();
        }
    }
}
