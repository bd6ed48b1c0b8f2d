namespace OneDrive.Sdk.SharePoint;

/// <summary>How items and sites are used; supported on business drives only.</summary>
public interface IActivityClient
{
    /// <summary>Gets how often an item was used, since it exists and in the last seven days.</summary>
    /// <param name="item">The item.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<ItemAnalytics> GetAnalyticsAsync(ItemAddress item, CancellationToken cancellationToken = default);

    /// <summary>Gets how often an item was used in one of two times.</summary>
    /// <param name="item">The item.</param>
    /// <param name="period">The time.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<ItemActivityStat> GetActivityStatAsync(
        ItemAddress item, AnalyticsPeriod period, CancellationToken cancellationToken = default);

    /// <summary>Gets how often an item was used, interval by interval.</summary>
    /// <param name="item">The item.</param>
    /// <param name="startDate">The first day.</param>
    /// <param name="endDate">The day after the last one.</param>
    /// <param name="interval">The length of an interval; daily values are limited to 90 days.</param>
    /// <exception cref="ArgumentOutOfRangeException">The end is before the start.</exception>
    Paged<ItemActivityStat> ListActivityStatsAsync(ItemAddress item, DateOnly startDate, DateOnly endDate, ActivityInterval interval);

    /// <summary>Lists what was done with an item; a preview of the service.</summary>
    /// <param name="item">The item.</param>
    /// <param name="options">Which properties to return, and how many entries a page has.</param>
    Paged<ItemActivity> ListActivitiesAsync(ItemAddress item, ListActivitiesOptions? options = null);

    /// <summary>Lists what was done in a drive; a preview of the service.</summary>
    /// <param name="drive">The drive.</param>
    /// <param name="options">Which properties to return, and how many entries a page has.</param>
    Paged<ItemActivity> ListDriveActivitiesAsync(DriveAddress drive, ListActivitiesOptions? options = null);

    /// <summary>Gets how often the content of a site was used, in total and in the last seven days.</summary>
    /// <param name="siteId">The site id, or host and path as in <c>contoso.sharepoint.com:/sites/team</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ItemNotFoundException">The site does not exist.</exception>
    Task<ItemAnalytics> GetSiteAnalyticsAsync(string siteId, CancellationToken cancellationToken = default);

    /// <summary>Gets how often the content of a site was used, by interval.</summary>
    /// <param name="siteId">The site id, or host and path as in <c>contoso.sharepoint.com:/sites/team</c>.</param>
    /// <param name="startDate">The first day.</param>
    /// <param name="endDate">The day after the last one.</param>
    /// <param name="interval">The length of an interval; daily values are limited to 90 days.</param>
    /// <exception cref="ArgumentOutOfRangeException">The end is before the start.</exception>
    Paged<ItemActivityStat> ListSiteActivityStatsAsync(string siteId, DateOnly startDate, DateOnly endDate, ActivityInterval interval);
}
