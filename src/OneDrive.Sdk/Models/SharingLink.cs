using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>A sharing link. A link with anonymous scope grants access to anyone who has it, so treat it as a secret.</summary>
[JsonModel]
public sealed partial class SharingLink
{
    /// <summary>The application that the link belongs to.</summary>
    public Identity? Application { get; init; }

    /// <summary>Whether the link allows viewing but not downloading.</summary>
    public bool? PreventsDownload { get; init; }

    /// <summary>The scope of the link.</summary>
    public SharingScope? Scope { get; init; }

    /// <summary>The type of access that the link grants.</summary>
    public SharingLinkType? Type { get; init; }

    /// <summary>HTML that embeds the item in a page; only for embed links.</summary>
    public string? WebHtml { get; init; }

    /// <summary>The URL of the link.</summary>
    public string? WebUrl { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
