using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>A user or group as SharePoint knows it.</summary>
[JsonModel]
public sealed partial class SharePointIdentity
{
    /// <summary>The login name in SharePoint.</summary>
    public string? LoginName { get; init; }

    /// <summary>The display name.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The id.</summary>
    public string? Id { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
