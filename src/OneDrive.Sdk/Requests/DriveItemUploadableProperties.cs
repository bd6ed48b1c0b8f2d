using System.Text.Json.Serialization;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Requests;

/// <summary>What is told about a file before its bytes are sent.</summary>
[JsonRequest]
internal sealed partial class DriveItemUploadableProperties
{
    /// <summary>Always sent, since the default of the service is not the same everywhere.</summary>
    [JsonPropertyName(ConflictBehaviorText.Name)]
    public required ConflictBehavior ConflictBehavior { get; init; }

    public string? Name { get; init; }

    /// <summary>Only personal drives take a description.</summary>
    public string? Description { get; init; }

    /// <summary>The length in bytes, for a check of the quota; only personal drives take it.</summary>
    public long? FileSize { get; init; }

    public FileSystemInfoRequest? FileSystemInfo { get; init; }

    public DriveItemSource? DriveItemSource { get; init; }

    public MediaSource? MediaSource { get; init; }
}
