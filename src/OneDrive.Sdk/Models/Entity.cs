using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>Anything that the service knows by an id.</summary>
public abstract class Entity
{
    /// <summary>Creates an instance that has no member set.</summary>
    protected Entity()
    {
    }

    /// <summary>The id; case-sensitive.</summary>
    public string? Id { get; init; }

    /// <summary>The type of the entity, where the service names it.</summary>
    [Repeats, JsonPropertyName("@odata.type")]
    public string? ODataType { get; init; }

    /// <summary>The version of the entity, where the service sends it as an annotation.</summary>
    [JsonPropertyName("@odata.etag")]
    public string? ODataETag { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
