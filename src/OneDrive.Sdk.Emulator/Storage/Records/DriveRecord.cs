using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Storage.Records;

/// <summary>A drive without what is in it.</summary>
internal sealed record DriveRecord
{
    public required string Id { get; init; }

    public EmulatorDriveType Type { get; init; }

    public long Quota { get; init; }

    public required Actor Owner { get; init; }

    public required string WebUrlPath { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    /// <summary>Whether this is not a drive, but a list of the group that owns it.</summary>
    public bool IsPlainList { get; init; }

    public required string RootId { get; init; }

    /// <summary>The id of the folder that holds the bundles.</summary>
    public string? BundlesId { get; init; }
}
