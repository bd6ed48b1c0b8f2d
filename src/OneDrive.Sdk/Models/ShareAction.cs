using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>An activity: somebody shared the item.</summary>
[JsonModel]
public sealed partial class ShareAction
{
    /// <summary>With whom it was shared.</summary>
    public IReadOnlyList<IdentitySet> Recipients { get => field ?? []; init; }

    /// <summary>What the service sent and this version of the library does not know, by its name on the wire.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
