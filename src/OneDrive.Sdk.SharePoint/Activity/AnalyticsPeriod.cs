namespace OneDrive.Sdk.SharePoint;

/// <summary>The period of usage statistics.</summary>
public enum AnalyticsPeriod
{
    /// <summary>The whole lifetime of the item.</summary>
    AllTime,

    /// <summary>The last seven days.</summary>
    LastSevenDays,
}
