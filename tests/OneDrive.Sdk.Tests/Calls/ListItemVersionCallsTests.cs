using OneDrive.Sdk.Calls;
using VerifyXunit;

namespace OneDrive.Sdk.Tests.Calls;

/// <summary>What each call about versions of entries of lists puts on the wire.</summary>
public sealed class ListItemVersionCallsTests
{
    private static readonly ItemAddress Entry = ListAddress.InSite("contoso.sharepoint.com:/sites/team", "Tasks").Item("5");
    private static readonly ItemAddress File = DriveAddress.ById("b!drive").Item("01ABC");

    [Fact]
    public async Task List_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("of an entry", ListItemVersionCalls.List(Entry, new GetListItemVersionOptions { Select = ["id"], Expand = ["fields"] })),
        ("of a file", ListItemVersionCalls.List(File))));

    [Fact]
    public async Task Get_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("of an entry", ListItemVersionCalls.Get(Entry, "2.0", new GetListItemVersionOptions { Expand = ["fields"] }))));

    [Fact]
    public async Task Restore_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("of an entry", ListItemVersionCalls.Restore(Entry, "2.0"))));
}
