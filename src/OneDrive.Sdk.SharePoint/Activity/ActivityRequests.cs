using System.Globalization;

namespace OneDrive.Sdk.SharePoint;

/// <summary>The requests about how items are used.</summary>
internal static class ActivityRequests
{
    /// <summary><see href="https://learn.microsoft.com/graph/api/itemanalytics-get"/>.</summary>
    internal static OneDriveRequest<ItemAnalytics> GetAnalytics(ItemAddress item) =>
        GetAnalytics("Activity.GetAnalytics", PathOf(item, "analytics"));

    internal static OneDriveRequest<ItemAnalytics> GetAnalyticsOfSite(string siteId) =>
        GetAnalytics("Activity.GetSiteAnalytics", RequestPath.OfSite(siteId, "analytics"));

    internal static OneDriveRequest<ItemActivityStat> GetActivityStat(ItemAddress item, AnalyticsPeriod period)
    {
        var name = period switch
        {
            AnalyticsPeriod.AllTime => "allTime",
            AnalyticsPeriod.LastSevenDays => "lastSevenDays",
            _ => throw new ArgumentOutOfRangeException(nameof(period), period, "The value is not defined in the enumeration."),
        };
        return new()
        {
            Operation = "Activity.GetActivityStat",
            Path = PathOf(item, "analytics/" + name),
            Answer = ModelConverter<ItemActivityStat>.TypeInfo,
        };
    }

    /// <summary><see href="https://learn.microsoft.com/graph/api/itemactivitystat-getactivitybyinterval"/>: the times are texts.</summary>
    internal static OneDriveRequest<ItemActivityStat> ListActivityStats(
        ItemAddress item, DateOnly startDate, DateOnly endDate, ActivityInterval interval) =>
        ListActivityStats("Activity.ListActivityStats", PathOf(item, Interval(startDate, endDate, interval)));

    internal static OneDriveRequest<ItemActivityStat> ListActivityStatsOfSite(
        string siteId, DateOnly startDate, DateOnly endDate, ActivityInterval interval) => ListActivityStats(
            "Activity.ListSiteActivityStats", RequestPath.OfSite(siteId, Interval(startDate, endDate, interval)));

    /// <summary><see href="https://learn.microsoft.com/onedrive/developer/rest-api/api/activities_list"/>.</summary>
    internal static OneDriveRequest<ItemActivity> List(ItemAddress item, ListActivitiesOptions? options = null) =>
        List("Activity.ListActivities", RequestPath.Of(item, "activities"), options);

    internal static OneDriveRequest<ItemActivity> ListOfDrive(DriveAddress drive, ListActivitiesOptions? options = null) =>
        List("Activity.ListDriveActivities", RequestPath.Of(drive, "activities"), options);

    private static OneDriveRequest<ItemActivity> List(string operation, RequestPath path, ListActivitiesOptions? options) => new()
    {
        Operation = operation,
        Path = path,
        Query = RequestQuery.Create(options?.Select, options?.Expand, options?.PageSize),
        Answer = ModelConverter<ItemActivity>.TypeInfo,
    };

    private static OneDriveRequest<ItemAnalytics> GetAnalytics(string operation, RequestPath path) => new()
    {
        Operation = operation,
        Path = path,
        Answer = ModelConverter<ItemAnalytics>.TypeInfo,
    };

    private static OneDriveRequest<ItemActivityStat> ListActivityStats(string operation, RequestPath path) => new()
    {
        Operation = operation,
        Path = path,
        Answer = ModelConverter<ItemActivityStat>.TypeInfo,
    };

    // An entry that is addressed by its list is meant itself: it may have no file.
    private static RequestPath PathOf(ItemAddress item, string verb)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.IsListItem ? RequestPath.OfListItem(item, verb) : RequestPath.Of(item, verb);
    }

    private static string Interval(DateOnly startDate, DateOnly endDate, ActivityInterval interval)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(endDate, startDate);
        var name = interval switch
        {
            ActivityInterval.Day => "day",
            ActivityInterval.Week => "week",
            ActivityInterval.Month => "month",
            _ => throw new ArgumentOutOfRangeException(nameof(interval), interval, "The value is not defined in the enumeration."),
        };
        return $"getActivitiesByInterval(startDateTime='{Text(startDate)}',endDateTime='{Text(endDate)}',interval='{name}')";
    }

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
