using System.Globalization;

namespace OneDrive.Sdk;

/// <summary>A checkpoint as an <see cref="IDeltaCheckpointStore"/> keeps it.</summary>
public sealed class DeltaCheckpointEntry
{
    /// <summary>Names what is read, in words of the application.</summary>
    public required string Key { get; init; }

    /// <summary>The number of this state of the entry; each saved state has a higher one.</summary>
    public required long Version { get; init; }

    /// <summary>The checkpoint.</summary>
    public required DeltaCheckpoint Checkpoint { get; init; }

    /// <summary>Describes the entry without the checkpoint.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"Checkpoint of '{Key}' (version {Version})");
}
