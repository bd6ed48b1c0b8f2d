using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>Who did something: often a person by means of an application.</summary>
[JsonModel, Repeats]
public sealed partial class IdentitySet
{
    /// <summary>The application.</summary>
    public Identity? Application { get; init; }

    /// <summary>The device.</summary>
    public Identity? Device { get; init; }

    /// <summary>The person.</summary>
    public Identity? User { get; init; }

    /// <summary>What the service sent and this version of the library does not know, by its name on the wire.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
