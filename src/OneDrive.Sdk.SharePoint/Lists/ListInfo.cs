using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.SharePoint;

/// <summary>What kind of list it is.</summary>
[JsonModel]
public sealed partial class ListInfo
{
    /// <summary>Whether content types are in use.</summary>
    public bool? ContentTypesEnabled { get; init; }

    /// <summary>Whether the list is kept out of sight.</summary>
    public bool? Hidden { get; init; }

    /// <summary>The kind, such as <c>documentLibrary</c>.</summary>
    public string? Template { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
