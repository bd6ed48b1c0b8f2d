using OneDrive.Sdk.Emulator.Storage.Records;

namespace OneDrive.Sdk.Emulator.State;

/// <summary>How an item is saved. What goes into the record must come out of it again.</summary>
internal sealed partial class ItemNode
{
    /// <summary>Is told when a user gets hold of the item and may change it.</summary>
    public Action<ItemNode>? Watcher { get; init; }

    /// <summary>The checksum of what was saved last.</summary>
    public ulong SavedChecksum { get; set; }

    /// <summary>Says that the item changed, or that a user may be about to change it.</summary>
    public void Watch() => Watcher?.Invoke(this);

    public ItemRecord ToRecord(string driveId, string? recycledFromId) => new()
    {
        DriveId = driveId,
        Id = Id,
        UniqueId = uniqueId,
        Name = Name,
        IsFolder = IsFolder,
        ListItemId = ListItemId,
        ParentId = Parent?.Id,
        RecycledFromId = recycledFromId,
        Revision = _revision,
        ContentRevision = _contentRevision,
        Size = Size,
        Content = Content?.ToRecord(),
        ThumbnailSource = ThumbnailSource?.ToRecord(),
        SpecialFolder = SpecialFolder,
        Description = Description,
        ContentDescription = ContentDescription,
        IsInfected = IsInfected,
        Created = Created,
        Modified = Modified,
        FileSystemCreated = FileSystemCreated,
        FileSystemModified = FileSystemModified,
        CreatedBy = CreatedBy,
        ModifiedBy = ModifiedBy,
        Permissions = Permissions.Count > 0 ? [.. Permissions.Select(permission => permission.ToRecord())] : null,
        Followers = Followers.Count > 0 ? [.. Followers] : null,
        CheckedOutBy = CheckedOutBy,
        CheckInComment = CheckInComment,
        Bundle = Bundle is null ? null : new BundleRecord(Bundle.IsAlbum, [.. Bundle.Items.Select(item => item.Id)]),
        Remote = Remote,
        RetentionLabel = RetentionLabel,
        SensitivityLabels = SensitivityLabels.Count > 0
            ? [.. SensitivityLabels.Select(label => new LabelRecord(label.Id, label.Method))]
            : null,
        Fields = Fields.Count > 0 ? Fields : null,
        CurrentFieldVersion = FieldHistory.Current,
        FieldHistory = FieldHistory.Earlier.Count > 0 ? FieldHistory.Earlier : null,
        DocumentSets = DocumentSets.Count > 0 ? [.. DocumentSets.Select(state => state.ToRecord())] : null,
        CurrentVersion = History.Current,
        EarlierVersions = History.Earlier.Count > 0 ? [.. History.Earlier.Select(version => version.ToRecord())] : null,
    };

    /// <summary>Makes the item without what needs others: its place, its permissions, its bundle and its content.</summary>
    public static ItemNode Restore(ItemRecord record, Action<ItemNode>? watcher)
    {
        var node = new ItemNode(record.Id, record.UniqueId, record.Name, record.IsFolder)
        {
            ListItemId = record.ListItemId,
            SpecialFolder = record.SpecialFolder,
            Description = record.Description,
            ContentDescription = record.ContentDescription,
            IsInfected = record.IsInfected,
            Created = record.Created,
            Modified = record.Modified,
            FileSystemCreated = record.FileSystemCreated,
            FileSystemModified = record.FileSystemModified,
            CreatedBy = record.CreatedBy,
            ModifiedBy = record.ModifiedBy,
            CheckedOutBy = record.CheckedOutBy,
            CheckInComment = record.CheckInComment,
            Remote = record.Remote,
            RetentionLabel = record.RetentionLabel,
            History = new ItemHistory(Math.Max(1, record.CurrentVersion)),
            FieldHistory = new FieldHistory(Math.Max(1, record.CurrentFieldVersion)),
            Watcher = watcher,
            _revision = record.Revision,
            _contentRevision = record.ContentRevision,
            Size = record.Size,
        };
        node.FieldHistory.Restore(record.FieldHistory ?? []);
        node.Followers.UnionWith(record.Followers ?? []);
        node.SensitivityLabels.AddRange((record.SensitivityLabels ?? []).Select(label => (label.Id, label.Method)));
        foreach (var (name, value) in record.Fields?.AsEnumerable() ?? [])
        {
            node.Fields[name] = value;
        }

        return node;
    }

    /// <summary>Takes up what the item and its versions held. Content that is not whole stays away.</summary>
    public void RestoreContent(ItemRecord record, ContentStore store)
    {
        Content = record.Content is null ? null : store.Find(record.Content);
        ThumbnailSource = record.ThumbnailSource is null ? null : store.Find(record.ThumbnailSource);
        History.Restore(
            from version in record.EarlierVersions ?? []
            let content = store.Find(version.Content)
            where content is not null
            select new ItemVersion(version.Id, content, version.Modified, version.ModifiedBy));
    }

    /// <summary>Puts an item back into its folder, whose size already counts it.</summary>
    public void RestoreChild(ItemNode child)
    {
        _children!.Add(child);
        child.Parent = this;
    }
}
