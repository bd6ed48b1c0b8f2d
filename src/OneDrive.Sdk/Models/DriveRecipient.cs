using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>A user or group that an item is shared with; one of the properties is enough.</summary>
[JsonModel]
public sealed partial class DriveRecipient
{
    /// <summary>The alias of the recipient in the directory.</summary>
    public string? Alias { get; init; }

    /// <summary>The e-mail address of the recipient.</summary>
    public string? Email { get; init; }

    /// <summary>The id of the recipient in the directory.</summary>
    public string? ObjectId { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
