namespace OneDrive.Sdk.Mirror;

/// <summary>An item as the drive has it, and what this machine has of it.</summary>
internal sealed record Entry(long Number, string Id, string? ParentId, string Name, bool IsFolder)
{
    internal long Size { get; init; }

    internal string? Hash { get; init; }

    internal string? ContentTag { get; init; }

    internal long Modified { get; init; }

    internal bool IsDeleted { get; init; }

    internal Place Place { get; init; }

    internal string? LocalParentId { get; init; }

    internal string? LocalName { get; init; }

    /// <summary>The name of the item that the local name was made of.</summary>
    internal string? LocalSource { get; init; }

    internal string? LocalTag { get; init; }

    internal long LocalSize { get; init; }

    internal long LocalTime { get; init; }

    /// <summary>What tells one content from another: the hash, else the tag.</summary>
    internal string? Content => Hash ?? ContentTag;

    internal bool IsElsewhere => LocalParentId != ParentId || LocalSource != Name;
}
