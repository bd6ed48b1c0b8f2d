using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>A link that grants access; whoever holds a link for everybody has access, so treat it as a secret.</summary>
[JsonModel]
public sealed partial class SharingLink
{
    /// <summary>The application that the link belongs to.</summary>
    public Identity? Application { get; init; }

    /// <summary>Whether the link lets people look but not download.</summary>
    public bool? PreventsDownload { get; init; }

    /// <summary>Who the link works for.</summary>
    public SharingScope? Scope { get; init; }

    /// <summary>What the link allows.</summary>
    public SharingLinkType? Type { get; init; }

    /// <summary>Markup that embeds the item in a page; only for links to embed.</summary>
    public string? WebHtml { get; init; }

    /// <summary>The link itself.</summary>
    public string? WebUrl { get; init; }

    /// <summary>What the service sent and this version of the library does not know, by its name on the wire.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
