using OneDrive.Sdk.SharePoint;
using OneDrive.Sdk.Tests.Calls;
using VerifyXunit;

namespace OneDrive.Sdk.Tests.SharePoint;

/// <summary>What each request about the use of items puts on the wire.</summary>
public sealed class ActivityRequestsTests
{
    private static readonly ItemAddress Item = DriveAddress.ById("b!drive").Item("01ABC");
    private static readonly DateOnly Start = new(2017, 1, 1);

    [Fact]
    public async Task GetAnalytics_OnTheWire() => await Verifier.Verify(
        await WireText.OfAsync(
            ("by id", ActivityRequests.GetAnalytics(Item)),
            ("of an entry of a list", ActivityRequests.GetAnalytics(ListAddress.InSite("s", "Tasks").Item("5")))));

    [Fact]
    public async Task ListActivityStats_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("by day", ActivityRequests.ListActivityStats(Item, Start, new DateOnly(2017, 1, 10), ActivityInterval.Day)),
        ("by week", ActivityRequests.ListActivityStats(Item, Start, Start.AddMonths(2), ActivityInterval.Week)),
        ("by month, of a path", ActivityRequests.ListActivityStats(DriveAddress.Me.Path("/a"), Start, Start, ActivityInterval.Month))));

    [Fact]
    public async Task GetAnalyticsOfSite_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("of a site", ActivityRequests.GetAnalyticsOfSite("contoso.sharepoint.com:/sites/team"))));

    [Fact]
    public async Task GetActivityStat_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("of all time", ActivityRequests.GetActivityStat(Item, AnalyticsPeriod.AllTime)),
        ("of a week", ActivityRequests.GetActivityStat(Item, AnalyticsPeriod.LastSevenDays))));

    [Fact]
    public async Task ListActivityStatsOfSite_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("by month", ActivityRequests.ListActivityStatsOfSite("s", Start, Start.AddMonths(1), ActivityInterval.Month))));

    [Fact]
    public async Task List_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("of an item", ActivityRequests.List(Item)),
        (
            "with everything",
            ActivityRequests.List(Item, new ListActivitiesOptions { Select = ["id"], Expand = ["driveItem"], PageSize = 5 }))));

    [Fact]
    public async Task ListOfDrive_OnTheWire() => await Verifier.Verify(
        await WireText.OfAsync(("of the user's drive", ActivityRequests.ListOfDrive(DriveAddress.Me))));

    [Fact]
    public void AnEndBeforeTheStart_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(
        "endDate", () => ActivityRequests.ListActivityStats(Item, Start, Start.AddDays(-1), ActivityInterval.Day));
}
