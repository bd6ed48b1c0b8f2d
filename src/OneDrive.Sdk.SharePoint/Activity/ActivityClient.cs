namespace OneDrive.Sdk.SharePoint;

internal sealed class ActivityClient(IOneDriveClient client) : IActivityClient
{
    public Task<ItemAnalytics> GetAnalyticsAsync(ItemAddress item, CancellationToken cancellationToken = default) =>
        client.SendAsync(ActivityRequests.GetAnalytics(item), cancellationToken);

    public Task<ItemActivityStat> GetActivityStatAsync(
        ItemAddress item, AnalyticsPeriod period, CancellationToken cancellationToken = default) =>
        client.SendAsync(ActivityRequests.GetActivityStat(item, period), cancellationToken);

    public Paged<ItemActivityStat> ListActivityStatsAsync(
        ItemAddress item, DateOnly startDate, DateOnly endDate, ActivityInterval interval) =>
        client.ListAsync(ActivityRequests.ListActivityStats(item, startDate, endDate, interval));

    public Paged<ItemActivity> ListActivitiesAsync(ItemAddress item, ListActivitiesOptions? options = null) =>
        client.ListAsync(ActivityRequests.List(item, options));

    public Paged<ItemActivity> ListDriveActivitiesAsync(DriveAddress drive, ListActivitiesOptions? options = null) =>
        client.ListAsync(ActivityRequests.ListOfDrive(drive, options));

    public Task<ItemAnalytics> GetSiteAnalyticsAsync(string siteId, CancellationToken cancellationToken = default) =>
        client.SendAsync(ActivityRequests.GetAnalyticsOfSite(siteId), cancellationToken);

    public Paged<ItemActivityStat> ListSiteActivityStatsAsync(
        string siteId, DateOnly startDate, DateOnly endDate, ActivityInterval interval) =>
        client.ListAsync(ActivityRequests.ListActivityStatsOfSite(siteId, startDate, endDate, interval));
}
