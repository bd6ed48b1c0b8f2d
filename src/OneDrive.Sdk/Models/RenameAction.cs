using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>An activity: somebody renamed the item.</summary>
public sealed class RenameAction
{
    /// <summary>The name after it.</summary>
    public string? NewName { get; init; }

    /// <summary>The name before it.</summary>
    public string? OldName { get; init; }

    /// <summary>What the service sent and this version of the library does not know, by its name on the wire.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? AdditionalData { get; internal set; }
}
