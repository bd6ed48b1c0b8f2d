using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>Activity: a user renamed the item.</summary>
[JsonModel]
public sealed partial class RenameAction
{
    /// <summary>The name after it.</summary>
    public string? NewName { get; init; }

    /// <summary>The name before it.</summary>
    public string? OldName { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
