using System.Globalization;
using OneDrive.Sdk.SharePoint;

namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>Sites, and how they and what they hold are used.</summary>
internal static class SiteRows
{
    private const string Interval = "getActivitiesByInterval(startDateTime='{start}',endDateTime='{end}',interval='{interval}')";

    internal static IReadOnlyList<OperationRow> All { get; } =
    [
        new("GET", "sites", (client, r) => First.OfAsync(client.Drives.ListSitesAsync(new()
        {
            Search = r.Request.Parameter("search") ?? "*",
            PageSize = r.PageSize,
        })))
        {
            Defaults = ["search"],
        },
        new("GET", "{owner}", (client, r) => client.Drives.GetSiteAsync(r.Request.Address.SiteId!))
        {
            When = request => request.Address.SiteId is not null,
        },
        new("GET", "{owner}/analytics", (client, r) => client.SharePoint().Activity.GetSiteAnalyticsAsync(r.Request.Address.SiteId!)),
        new("GET", "{owner}/" + Interval, (client, r) => First.OfAsync(
            client.SharePoint().Activity.ListSiteActivityStatsAsync(r.Request.Address.SiteId!, Date(r, "start"), Date(r, "end"), Length(r)))),
        .. Both("analytics", (client, r) => client.SharePoint().Activity.GetAnalyticsAsync(r.EntryOrItem)),
        .. Both("analytics/{period}", (client, r) => client.SharePoint().Activity.GetActivityStatAsync(
            r.EntryOrItem, Enum.Parse<AnalyticsPeriod>(r.Parts["period"], ignoreCase: true))),
        .. Both(Interval, (client, r) => First.OfAsync(
            client.SharePoint().Activity.ListActivityStatsAsync(r.EntryOrItem, Date(r, "start"), Date(r, "end"), Length(r)))),
    ];

    private static OperationRow[] Both(string tail, Func<IOneDriveClient, Documented, Task> call) =>
        [new("GET", "{item}/" + tail, call), new("GET", "{listItem}/" + tail, call)];

    private static DateOnly Date(Documented r, string part) => DateOnly.Parse(r.Parts[part], CultureInfo.InvariantCulture);

    private static ActivityInterval Length(Documented r) => Enum.Parse<ActivityInterval>(r.Parts["interval"], ignoreCase: true);
}
