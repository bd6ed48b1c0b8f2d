namespace OneDrive.Sdk.Models;

/// <summary>How often an item was used.</summary>
[JsonModel]
public sealed partial class ItemAnalytics : Entity
{
    /// <summary>The use since the item exists.</summary>
    public ItemActivityStat? AllTime { get; init; }

    /// <summary>The use by intervals; returned only when they are expanded.</summary>
    public IReadOnlyList<ItemActivityStat> ItemActivityStats { get => field ?? []; init; }

    /// <summary>The use in the last seven days.</summary>
    public ItemActivityStat? LastSevenDays { get; init; }
}
