using OneDrive.Sdk.Calls;
using VerifyXunit;

namespace OneDrive.Sdk.Tests.Calls;

/// <summary>What each call about the use of items puts on the wire.</summary>
public sealed class ActivityCallsTests
{
    private static readonly ItemAddress Item = DriveAddress.ById("b!drive").Item("01ABC");
    private static readonly DateOnly Start = new(2017, 1, 1);

    [Fact]
    public async Task GetAnalytics_OnTheWire() => await Verifier.Verify(
        await WireText.OfAsync(
            ("by id", ActivityCalls.GetAnalytics(Item)),
            ("of an entry of a list", ActivityCalls.GetAnalytics(ListAddress.InSite("s", "Tasks").Item("5")))));

    [Fact]
    public async Task ListActivityStats_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("by day", ActivityCalls.ListActivityStats(Item, Start, new DateOnly(2017, 1, 10), ActivityInterval.Day)),
        ("by week", ActivityCalls.ListActivityStats(Item, Start, Start.AddMonths(2), ActivityInterval.Week)),
        ("by month, of a path", ActivityCalls.ListActivityStats(DriveAddress.Me.Path("/a"), Start, Start, ActivityInterval.Month))));

    [Fact]
    public async Task GetAnalyticsOfSite_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("of a site", ActivityCalls.GetAnalyticsOfSite("contoso.sharepoint.com:/sites/team"))));

    [Fact]
    public async Task GetActivityStat_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("of all time", ActivityCalls.GetActivityStat(Item, AnalyticsPeriod.AllTime)),
        ("of a week", ActivityCalls.GetActivityStat(Item, AnalyticsPeriod.LastSevenDays))));

    [Fact]
    public async Task ListActivityStatsOfSite_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("by month", ActivityCalls.ListActivityStatsOfSite("s", Start, Start.AddMonths(1), ActivityInterval.Month))));

    [Fact]
    public async Task List_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("of an item", ActivityCalls.List(Item)),
        (
            "with everything",
            ActivityCalls.List(Item, new ListActivitiesOptions { Select = ["id"], Expand = ["driveItem"], PageSize = 5 }))));

    [Fact]
    public async Task ListOfDrive_OnTheWire() => await Verifier.Verify(
        await WireText.OfAsync(("of the user's drive", ActivityCalls.ListOfDrive(DriveAddress.Me))));

    [Fact]
    public void AnEndBeforeTheStart_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(
        "endDate", () => ActivityCalls.ListActivityStats(Item, Start, Start.AddDays(-1), ActivityInterval.Day));
}
