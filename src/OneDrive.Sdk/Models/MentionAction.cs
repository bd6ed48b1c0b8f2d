using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>Activity: a user mentioned other users in a comment.</summary>
[JsonModel]
public sealed partial class MentionAction
{
    /// <summary>Who was mentioned.</summary>
    public IReadOnlyList<IdentitySet> Mentionees { get => field ?? []; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
