namespace OneDrive.Sdk.Emulator.State;

/// <summary>A captured state of a folder: its columns, and the version that each file in it had.</summary>
internal sealed record DocumentSetState(
    string Id,
    string? Comment,
    bool IncludesMinorVersions,
    DateTimeOffset Created,
    Actor CreatedBy,
    FieldVersion Fields,
    IReadOnlyList<(ItemNode File, string VersionId)> Files);
