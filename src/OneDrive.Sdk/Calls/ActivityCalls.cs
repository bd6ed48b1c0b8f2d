using System.Globalization;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Calls;

/// <summary>How items are used.</summary>
internal static class ActivityCalls
{
    /// <summary><see href="https://learn.microsoft.com/graph/api/itemanalytics-get"/>.</summary>
    internal static GraphCall<ItemAnalytics> GetAnalytics(ItemAddress item) => new()
    {
        Operation = "Items.GetAnalytics",
        Method = HttpMethod.Get,
        Path = item.ToRequestPath("analytics"),
        Answer = OneDriveJsonContext.Default.ItemAnalytics,
        IsIdempotent = true,
    };

    /// <summary><see href="https://learn.microsoft.com/graph/api/itemactivitystat-getactivitybyinterval"/>: the times are texts.</summary>
    internal static GraphCall<CollectionPage<ItemActivityStat>> ListActivityStats(
        ItemAddress item, DateOnly startDate, DateOnly endDate, ActivityInterval interval)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(endDate, startDate);
        var name = interval switch
        {
            ActivityInterval.Day => "day",
            ActivityInterval.Week => "week",
            ActivityInterval.Month => "month",
            _ => throw new ArgumentOutOfRangeException(nameof(interval), interval, "The value is not one of the defined ones."),
        };
        return new()
        {
            Operation = "Items.ListActivityStats",
            Method = HttpMethod.Get,
            Path = item.ToRequestPath(
                $"getActivitiesByInterval(startDateTime='{Text(startDate)}',endDateTime='{Text(endDate)}',interval='{name}')"),
            Answer = OneDriveJsonContext.Default.CollectionPageItemActivityStat,
            IsIdempotent = true,
        };
    }

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
        Answer = OneDriveJsonContext.Default.CollectionPageItemActivity,
        IsIdempotent = true,
    };

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
