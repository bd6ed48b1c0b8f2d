using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>Activity: a user deleted something.</summary>
[JsonModel]
public sealed partial class DeleteAction
{
    /// <summary>The name of what was deleted.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it was a file or a folder.</summary>
    public string? ObjectType { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
