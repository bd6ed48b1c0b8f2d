namespace OneDrive.Sdk.SharePoint;

/// <summary>How long the time is that one statistic covers.</summary>
public enum ActivityInterval
{
    /// <summary>One day; the service tells days for up to 90 of them.</summary>
    Day,

    /// <summary>One week.</summary>
    Week,

    /// <summary>One month.</summary>
    Month,
}
