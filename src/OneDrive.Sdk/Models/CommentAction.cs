using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>Activity: a user wrote a comment.</summary>
[JsonModel]
public sealed partial class CommentAction
{
    /// <summary>Whether the comment answers another one.</summary>
    public bool? IsReply { get; init; }

    /// <summary>Who wrote the comment that this one answers.</summary>
    public IdentitySet? ParentAuthor { get; init; }

    /// <summary>Who takes part in the conversation.</summary>
    public IReadOnlyList<IdentitySet> Participants { get => field ?? []; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
