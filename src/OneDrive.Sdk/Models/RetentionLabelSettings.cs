using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>What a retention label allows while it is in force.</summary>
[JsonModel]
public sealed partial class RetentionLabelSettings
{
    /// <summary>What the label does while the item has to be kept.</summary>
    public BehaviorDuringRetentionPeriod? BehaviorDuringRetentionPeriod { get; init; }

    /// <summary>Whether the content may be changed.</summary>
    public bool? IsContentUpdateAllowed { get; init; }

    /// <summary>Whether the item may be deleted.</summary>
    public bool? IsDeleteAllowed { get; init; }

    /// <summary>Whether the label may be changed.</summary>
    public bool? IsLabelUpdateAllowed { get; init; }

    /// <summary>Whether the metadata may be changed.</summary>
    public bool? IsMetadataUpdateAllowed { get; init; }

    /// <summary>Whether the record is locked.</summary>
    public bool? IsRecordLocked { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
