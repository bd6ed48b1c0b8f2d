using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>An activity: somebody mentioned people in a comment.</summary>
public sealed class MentionAction
{
    /// <summary>Who was mentioned.</summary>
    public IReadOnlyList<IdentitySet> Mentionees { get => field ?? []; init; }

    /// <summary>What the service sent and this version of the library does not know, by its name on the wire.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? AdditionalData { get; internal set; }
}
