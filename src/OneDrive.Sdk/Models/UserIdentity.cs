using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>A user in an activity record.</summary>
[JsonModel]
public sealed partial class UserIdentity
{
    /// <summary>The IP address of the user.</summary>
    public string? IpAddress { get; init; }

    /// <summary>The sign-in name of the user.</summary>
    public string? UserPrincipalName { get; init; }

    /// <summary>The display name.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The id.</summary>
    public string? Id { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
