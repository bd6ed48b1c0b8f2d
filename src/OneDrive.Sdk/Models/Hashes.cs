using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>Hashes of the content of a file; which of them are present depends on the edition of the drive.</summary>
[JsonModel]
public sealed partial class Hashes
{
    /// <summary>The CRC32 of the content, in hexadecimal digits with the lowest byte first.</summary>
    public string? Crc32Hash { get; init; }

    /// <summary>The QuickXorHash of the content, in base64.</summary>
    public string? QuickXorHash { get; init; }

    /// <summary>The SHA-1 of the content, in hexadecimal digits.</summary>
    public string? Sha1Hash { get; init; }

    /// <summary>The SHA-256 of the content, in hexadecimal digits.</summary>
    public string? Sha256Hash { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
