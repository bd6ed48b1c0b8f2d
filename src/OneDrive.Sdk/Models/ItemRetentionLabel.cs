namespace OneDrive.Sdk.Models;

/// <summary>The retention label of an item: how long it is kept and what may be done with it meanwhile.</summary>
[JsonModel]
public sealed partial class ItemRetentionLabel : Entity
{
    /// <summary>Whether a user chose the label for this item, as opposed to a rule or a folder.</summary>
    public bool? IsLabelAppliedExplicitly { get; init; }

    /// <summary>Who applied the label.</summary>
    public IdentitySet? LabelAppliedBy { get; init; }

    /// <summary>When the label was applied.</summary>
    public DateTimeOffset? LabelAppliedDateTime { get; init; }

    /// <summary>The name of the label.</summary>
    public string? Name { get; init; }

    /// <summary>What the label allows and forbids.</summary>
    public RetentionLabelSettings? RetentionSettings { get; init; }
}
