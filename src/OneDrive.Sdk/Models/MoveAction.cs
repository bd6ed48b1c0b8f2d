using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>An activity: somebody moved the item.</summary>
[JsonModel]
public sealed partial class MoveAction
{
    /// <summary>The path from which it was moved.</summary>
    public string? From { get; init; }

    /// <summary>The path to which it was moved.</summary>
    public string? To { get; init; }

    /// <summary>What the service sent and this version of the library does not know, by its name on the wire.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
