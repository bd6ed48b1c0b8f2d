using OneDrive.Sdk.Emulator.Storage.Records;

namespace OneDrive.Sdk.Emulator.State;

/// <summary>A captured state of a folder: its columns, and the version that each file in it had.</summary>
internal sealed record DocumentSetState(
    string Id,
    string? Comment,
    bool IncludesMinorVersions,
    DateTimeOffset Created,
    Actor CreatedBy,
    FieldVersion Fields,
    IReadOnlyList<(ItemNode File, string VersionId)> Files)
{
    public DocumentSetRecord ToRecord() => new(
        Id,
        Comment,
        IncludesMinorVersions,
        Created,
        CreatedBy,
        Fields,
        [.. Files.Select(entry => new CapturedFileRecord(entry.File.Id, entry.VersionId))]);

    public static DocumentSetState Restore(DocumentSetRecord record, Dictionary<string, ItemNode> items) => new(
        record.Id,
        record.Comment,
        record.IncludesMinorVersions,
        record.Created,
        record.CreatedBy,
        record.Fields,
        [.. record.Files.Where(entry => items.ContainsKey(entry.ItemId)).Select(entry => (items[entry.ItemId], entry.VersionId))]);
}
