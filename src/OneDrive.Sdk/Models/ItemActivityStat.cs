namespace OneDrive.Sdk.Models;

/// <summary>What was done with an item during a time.</summary>
[JsonModel]
public sealed partial class ItemActivityStat : Entity
{
    /// <summary>How often the item was opened.</summary>
    public ItemActionStat? Access { get; init; }

    /// <summary>How often items were created.</summary>
    public ItemActionStat? Create { get; init; }

    /// <summary>How often items were deleted.</summary>
    public ItemActionStat? Delete { get; init; }

    /// <summary>How often the item was changed.</summary>
    public ItemActionStat? Edit { get; init; }

    /// <summary>The end of the time.</summary>
    public DateTimeOffset? EndDateTime { get; init; }

    /// <summary>Present when the numbers are not complete.</summary>
    public IncompleteData? IncompleteData { get; init; }

    /// <summary>Whether the item attracts much attention at the moment.</summary>
    public bool? IsTrending { get; init; }

    /// <summary>How often the item was moved.</summary>
    public ItemActionStat? Move { get; init; }

    /// <summary>The beginning of the time.</summary>
    public DateTimeOffset? StartDateTime { get; init; }

    /// <summary>The single activities; returned only when they are expanded.</summary>
    public IReadOnlyList<ItemActivity> Activities { get => field ?? []; init; }
}
