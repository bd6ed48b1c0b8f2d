using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>How to embed a view of a file in a page; the addresses grant access for a short time and must not be logged.</summary>
[JsonModel]
public sealed partial class ItemPreviewInfo
{
    /// <summary>The address to open with GET.</summary>
    [PreAuthenticated]
    public string? GetUrl { get; init; }

    /// <summary>The form fields to send with the POST, in form encoding.</summary>
    [PreAuthenticated]
    public string? PostParameters { get; init; }

    /// <summary>The address to open with POST.</summary>
    [PreAuthenticated]
    public string? PostUrl { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
