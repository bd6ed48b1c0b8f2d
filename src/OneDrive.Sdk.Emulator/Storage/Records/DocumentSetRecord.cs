using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Storage.Records;

/// <summary>A captured state of a folder.</summary>
internal sealed record DocumentSetRecord(
    string Id,
    string? Comment,
    bool IncludesMinorVersions,
    DateTimeOffset Created,
    Actor CreatedBy,
    FieldVersion Fields,
    IReadOnlyList<CapturedFileRecord> Files);
