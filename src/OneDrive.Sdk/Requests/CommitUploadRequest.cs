using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Requests;

/// <summary>The body that turns the bytes of an upload session into a file. It holds the upload URL, which is a secret.</summary>
[JsonRequest]
internal sealed partial class CommitUploadRequest
{
    /// <summary>The name in the address; null when the file is addressed by its id.</summary>
    public string? Name { get; init; }

    [JsonPropertyName(ConflictBehaviorText.Name)]
    public required ConflictBehavior ConflictBehavior { get; init; }

    [JsonPropertyName("@microsoft.graph.sourceUrl")]
    public required string SourceUrl { get; init; }

    public string? Description { get; init; }

    public FileSystemInfoRequest? FileSystemInfo { get; init; }
}
