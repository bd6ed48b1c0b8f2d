using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>A person, as records of activities show them.</summary>
[JsonModel]
public sealed partial class UserIdentity
{
    /// <summary>The network address from which the person acted.</summary>
    public string? IpAddress { get; init; }

    /// <summary>The name with which the person signs in.</summary>
    public string? UserPrincipalName { get; init; }

    /// <summary>The name for people to read.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The id.</summary>
    public string? Id { get; init; }

    /// <summary>What the service sent and this version of the library does not know, by its name on the wire.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
