namespace OneDrive.Sdk.SharePoint;

/// <summary>The length of an interval of statistics.</summary>
public enum ActivityInterval
{
    /// <summary>One day; limited to 90 days.</summary>
    Day,

    /// <summary>One week.</summary>
    Week,

    /// <summary>One month.</summary>
    Month,
}
