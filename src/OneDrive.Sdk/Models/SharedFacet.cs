using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>How an item is shared.</summary>
[JsonModel]
public sealed partial class SharedFacet
{
    /// <summary>Who owns the item.</summary>
    public IdentitySet? Owner { get; init; }

    /// <summary>How widely the item is shared.</summary>
    public SharingScope? Scope { get; init; }

    /// <summary>Who shared the item.</summary>
    public IdentitySet? SharedBy { get; init; }

    /// <summary>When the item was shared.</summary>
    public DateTimeOffset? SharedDateTime { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
