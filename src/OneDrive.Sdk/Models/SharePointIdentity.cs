using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>A person or group as SharePoint knows it.</summary>
[JsonModel]
public sealed partial class SharePointIdentity
{
    /// <summary>The login name in SharePoint.</summary>
    public string? LoginName { get; init; }

    /// <summary>The name for people to read.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The id.</summary>
    public string? Id { get; init; }

    /// <summary>What the service sent and this version of the library does not know, by its name on the wire.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
