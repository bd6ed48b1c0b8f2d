using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>The times that an item has on the machine of the user; the service keeps them and never changes them by itself.</summary>
public sealed class FileSystemInfoFacet
{
    /// <summary>When the file was created on the machine.</summary>
    public DateTimeOffset? CreatedDateTime { get; init; }

    /// <summary>When the file was last opened; only in the list of recent files.</summary>
    public DateTimeOffset? LastAccessedDateTime { get; init; }

    /// <summary>When the file was last changed on the machine.</summary>
    public DateTimeOffset? LastModifiedDateTime { get; init; }

    /// <summary>What the service sent and this version of the library does not know, by its name on the wire.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? AdditionalData { get; internal set; }
}
