using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Requests;

/// <summary>The first part of the body that creates a file: the second one is its content.</summary>
[JsonRequest]
internal sealed partial class CreateFileRequest
{
    public required string Name { get; init; }

    /// <summary>An empty object: what is created is a file.</summary>
    public EmptyObject File { get; } = new();

    [JsonPropertyName("@microsoft.graph.sourceUrl")]
    public string SourceUrl { get; } = "cid:content";

    [JsonPropertyName(ConflictBehaviorText.Name)]
    public required ConflictBehavior ConflictBehavior { get; init; }

    public string? Description { get; init; }

    public FileSystemInfoRequest? FileSystemInfo { get; init; }
}
