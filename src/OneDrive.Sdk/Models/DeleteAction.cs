using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>An activity: somebody deleted something.</summary>
[JsonModel]
public sealed partial class DeleteAction
{
    /// <summary>The name of what was deleted.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it was a file or a folder.</summary>
    public string? ObjectType { get; init; }

    /// <summary>What the service sent and this version of the library does not know, by its name on the wire.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
