using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Requests;

/// <summary>The body that creates a folder.</summary>
[JsonRequest]
internal sealed partial class CreateFolderRequest
{
    public required string Name { get; init; }

    /// <summary>An empty object: what is created is a folder.</summary>
    public EmptyObject Folder { get; } = new();

    [JsonPropertyName(ConflictBehaviorText.Name)]
    public required ConflictBehavior ConflictBehavior { get; init; }
}
