using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.SharePoint;

/// <summary>The content type of an entry of a list.</summary>
[JsonModel]
public sealed partial class ContentTypeInfo
{
    /// <summary>The id of the content type.</summary>
    public string? Id { get; init; }

    /// <summary>The name of the content type.</summary>
    public string? Name { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
