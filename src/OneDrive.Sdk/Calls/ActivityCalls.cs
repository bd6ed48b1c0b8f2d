using System.Globalization;
using OneDrive.Sdk.Addresses;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Calls;

/// <summary>How items are used.</summary>
internal static class ActivityCalls
{
    /// <summary><see href="https://learn.microsoft.com/graph/api/itemanalytics-get"/>.</summary>
    internal static GraphCall<ItemAnalytics> GetAnalytics(ItemAddress item) =>
        GetAnalytics("Items.GetAnalytics", PathOf(item, "analytics"));

    internal static GraphCall<ItemAnalytics> GetAnalyticsOfSite(string siteId) =>
        GetAnalytics("Drives.GetSiteAnalytics", SiteAddress.PathOf(siteId) + "/analytics");

    internal static GraphCall<ItemActivityStat> GetActivityStat(ItemAddress item, AnalyticsPeriod period)
    {
        var name = period switch
        {
            AnalyticsPeriod.AllTime => "allTime",
            AnalyticsPeriod.LastSevenDays => "lastSevenDays",
            _ => throw new ArgumentOutOfRangeException(nameof(period), period, "The value is not defined in the enumeration."),
        };
        return new()
        {
            Operation = "Items.GetActivityStat",
            Method = HttpMethod.Get,
            Path = PathOf(item, "analytics/" + name),
            Answer = ItemActivityStat.Read,
            IsIdempotent = true,
        };
    }

    /// <summary><see href="https://learn.microsoft.com/graph/api/itemactivitystat-getactivitybyinterval"/>: the times are texts.</summary>
    internal static GraphCall<CollectionPage<ItemActivityStat>> ListActivityStats(
        ItemAddress item, DateOnly startDate, DateOnly endDate, ActivityInterval interval) =>
        ListActivityStats("Items.ListActivityStats", PathOf(item, Interval(startDate, endDate, interval)));

    internal static GraphCall<CollectionPage<ItemActivityStat>> ListActivityStatsOfSite(
        string siteId, DateOnly startDate, DateOnly endDate, ActivityInterval interval) => ListActivityStats(
            "Drives.ListSiteActivityStats", $"{SiteAddress.PathOf(siteId)}/{Interval(startDate, endDate, interval)}");

    /// <summary><see href="https://learn.microsoft.com/onedrive/developer/rest-api/api/activities_list"/>.</summary>
    internal static GraphCall<CollectionPage<ItemActivity>> List(ItemAddress item, ListActivitiesOptions? options = null) =>
        List("Items.ListActivities", item.ToRequestPath("activities"), options);

    internal static GraphCall<CollectionPage<ItemActivity>> ListOfDrive(DriveAddress drive, ListActivitiesOptions? options = null) =>
        List("Drives.ListActivities", drive.ToRequestPath("activities"), options);

    private static GraphCall<CollectionPage<ItemActivity>> List(string operation, string path, ListActivitiesOptions? options) => new()
    {
        Operation = operation,
        Method = HttpMethod.Get,
        Path = path,
        Query = QueryParameters.Create(options?.Select, options?.Expand, options?.PageSize),
        Answer = Pages.Of(ItemActivity.Read),
        IsIdempotent = true,
    };

    private static GraphCall<ItemAnalytics> GetAnalytics(string operation, string path) => new()
    {
        Operation = operation,
        Method = HttpMethod.Get,
        Path = path,
        Answer = ItemAnalytics.Read,
        IsIdempotent = true,
    };

    private static GraphCall<CollectionPage<ItemActivityStat>> ListActivityStats(string operation, string path) => new()
    {
        Operation = operation,
        Method = HttpMethod.Get,
        Path = path,
        Answer = Pages.Of(ItemActivityStat.Read),
        IsIdempotent = true,
    };

    // An entry that is addressed by its list is meant itself: it may have no file.
    private static string PathOf(ItemAddress item, string verb) =>
        item.ListItemPath is { } entry ? $"{entry}/{verb}" : item.ToRequestPath(verb);

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
