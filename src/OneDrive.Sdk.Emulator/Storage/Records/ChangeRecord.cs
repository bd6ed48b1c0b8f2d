using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Storage.Records;

/// <summary>
/// A line of the change log of a drive. The numbers of a drive leave no gap, so that the tokens of clients keep their meaning.
/// </summary>
internal sealed record ChangeRecord
{
    public required string DriveId { get; init; }

    public long Sequence { get; init; }

    public DateTimeOffset Time { get; init; }

    public ChangeKind Kind { get; init; }

    public required string ItemId { get; init; }

    public string? ParentId { get; init; }

    public IReadOnlyList<string>? FolderIds { get; init; }
}
