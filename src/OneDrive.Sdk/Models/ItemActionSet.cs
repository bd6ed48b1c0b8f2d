using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>What was done in an activity; the kinds that are present say it. Not in the published schema.</summary>
[JsonModel]
public sealed partial class ItemActionSet
{
    /// <summary>Present when a user wrote a comment.</summary>
    public CommentAction? Comment { get; init; }

    /// <summary>Present when the item was created.</summary>
    public CreateAction? Create { get; init; }

    /// <summary>Present when something was deleted.</summary>
    public DeleteAction? Delete { get; init; }

    /// <summary>Present when the item was changed.</summary>
    public EditAction? Edit { get; init; }

    /// <summary>Present if a user mentioned other users.</summary>
    public MentionAction? Mention { get; init; }

    /// <summary>Present when the item was moved.</summary>
    public MoveAction? Move { get; init; }

    /// <summary>Present when the item was renamed.</summary>
    public RenameAction? Rename { get; init; }

    /// <summary>Present when the item was restored.</summary>
    public RestoreAction? Restore { get; init; }

    /// <summary>Present when the item was shared.</summary>
    public ShareAction? Share { get; init; }

    /// <summary>Present when a new version was made.</summary>
    public VersionAction? Version { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
