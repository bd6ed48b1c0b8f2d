using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>Who did something: often a user by means of an application.</summary>
[JsonModel, Repeats]
public sealed partial class IdentitySet
{
    /// <summary>The application.</summary>
    public Identity? Application { get; init; }

    /// <summary>The device.</summary>
    public Identity? Device { get; init; }

    /// <summary>The user.</summary>
    public Identity? User { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
