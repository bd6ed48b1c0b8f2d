namespace OneDrive.Sdk.SharePoint;

/// <summary>For which time the use of an item is told.</summary>
public enum AnalyticsPeriod
{
    /// <summary>Since the item exists.</summary>
    AllTime,

    /// <summary>The last seven days.</summary>
    LastSevenDays,
}
