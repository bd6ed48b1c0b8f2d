using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>Activity: a user shared the item.</summary>
[JsonModel]
public sealed partial class ShareAction
{
    /// <summary>With whom it was shared.</summary>
    public IReadOnlyList<IdentitySet> Recipients { get => field ?? []; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
