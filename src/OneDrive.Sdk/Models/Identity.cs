using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>A user, an application, a device or a group.</summary>
[JsonModel]
public sealed partial class Identity
{
    /// <summary>The name for display; it may be out of date.</summary>
    [Repeats]
    public string? DisplayName { get; init; }

    /// <summary>The id; it is the one to compare by.</summary>
    [Repeats]
    public string? Id { get; init; }

    /// <summary>The e-mail address; not in the published schema, and often absent.</summary>
    [Repeats]
    public string? Email { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
