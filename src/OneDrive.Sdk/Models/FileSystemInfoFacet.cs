using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>The times that an item has on the machine of the user; the service keeps them and never changes them automatically.</summary>
[JsonModel]
public sealed partial class FileSystemInfoFacet
{
    /// <summary>When the file was created on the machine.</summary>
    public partial DateTimeOffset? CreatedDateTime { get; init; }

    /// <summary>When the file was last opened; only in the list of recent files.</summary>
    public partial DateTimeOffset? LastAccessedDateTime { get; init; }

    /// <summary>When the file was last changed on the machine.</summary>
    public partial DateTimeOffset? LastModifiedDateTime { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
