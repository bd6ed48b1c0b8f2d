using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>An activity: somebody renamed the item.</summary>
[JsonModel]
public sealed partial class RenameAction
{
    /// <summary>The name after it.</summary>
    public string? NewName { get; init; }

    /// <summary>The name before it.</summary>
    public string? OldName { get; init; }

    /// <summary>What the service sent and this version of the library does not know, by its name on the wire.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
