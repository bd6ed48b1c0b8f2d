using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Requests;

/// <summary>The body that creates a bundle.</summary>
[JsonRequest]
internal sealed partial class CreateBundleRequest
{
    public required string Name { get; init; }

    [JsonPropertyName(ConflictBehaviorText.Name)]
    public required ConflictBehavior ConflictBehavior { get; init; }

    public required BundleRequest Bundle { get; init; }

    public required IReadOnlyList<BundleChildRequest> Children { get; init; }
}
