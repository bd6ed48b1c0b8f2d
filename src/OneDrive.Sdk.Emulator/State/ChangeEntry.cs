namespace OneDrive.Sdk.Emulator.State;

/// <summary>One line of the change log. Of an item that no longer exists it keeps the folders that it was in.</summary>
internal sealed record ChangeEntry(
    long Sequence,
    DateTimeOffset Time,
    ChangeKind Kind,
    ItemNode Item,
    string? ParentId,
    IReadOnlyList<string> FolderIds)
{
    /// <summary>Whether the item is no longer where the reader looks.</summary>
    public bool IsGone => Kind is ChangeKind.Deleted or ChangeKind.Left;
}
