using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>Activity: a user moved the item.</summary>
[JsonModel]
public sealed partial class MoveAction
{
    /// <summary>The path from which it was moved.</summary>
    public string? From { get; init; }

    /// <summary>The path to which it was moved.</summary>
    public string? To { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
