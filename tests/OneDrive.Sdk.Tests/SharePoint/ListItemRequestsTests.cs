using System.Text.Json.Nodes;
using OneDrive.Sdk.SharePoint;
using OneDrive.Sdk.Tests.Calls;
using VerifyXunit;

namespace OneDrive.Sdk.Tests.SharePoint;

/// <summary>What each request about entries of lists puts on the wire.</summary>
public sealed class ListItemRequestsTests
{
    private static readonly ListAddress Library = ListAddress.OfDrive(DriveAddress.Me);
    private static readonly ListAddress List = ListAddress.InSite("contoso.sharepoint.com:/sites/team", "Shared Documents");
    private static readonly ItemAddress Entry = ListAddress.InSite("contoso.sharepoint.com:/sites/team", "Tasks").Item("5");
    private static readonly ItemAddress Item = DriveAddress.ById("b!drive").Item("01ABC");

    [Fact]
    public async Task Get_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("of an item", ListItemRequests.Get(Item)),
        ("of a list", ListItemRequests.Get(List.Item("5"), new GetListItemOptions { Expand = ["fields"] })),
        ("below an entry", ListItemRequests.Get(List.Item("5").Child("a b")))));

    [Fact]
    public async Task Get_OfTheListOfADrive_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("the entry", ListItemRequests.Get(Library.Item("5")))));

    [Fact]
    public async Task GetOfShare_OnTheWire() => await Verifier.Verify(await WireText.OfAsync((
        "with everything",
        ListItemRequests.GetOfShare(
            ItemAddress.Shared(new Uri("https://contoso.sharepoint.com/:w:/s/team/EaBc?e=x")),
            new GetSharedItemOptions { Select = ["id"], Expand = ["fields"], Redemption = SharingLinkRedemption.IfNecessary }))));

    [Fact]
    public async Task UpdateFields_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("of an item", ListItemRequests.UpdateFields(Item, new JsonObject { ["Color"] = "Fuchsia", ["Quantity"] = 934 })),
        (
            "of a list, on a condition",
            ListItemRequests.UpdateFields(
                List.Item("5"), new JsonObject { ["Color"] = null }, new UpdateItemOptions { IfMatch = "\"1\"" }))));

    [Fact]
    public async Task Delete_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("of a list, on a condition", ListItemRequests.Delete(List.Item("5"), new DeleteListItemOptions { IfMatch = "\"1\"" }))));

    [Fact]
    public void Delete_OfAFile_IsRefusedBeforeAnythingIsSent() =>
        Assert.Throws<ArgumentException>(() => ListItemRequests.Delete(Item));

    [Fact]
    public async Task ListVersions_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("of an entry", ListItemRequests.ListVersions(Entry, new GetListItemVersionOptions { Select = ["id"], Expand = ["fields"] })),
        ("of a file", ListItemRequests.ListVersions(Item))));

    [Fact]
    public async Task GetVersion_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("of an entry", ListItemRequests.GetVersion(Entry, "2.0", new GetListItemVersionOptions { Expand = ["fields"] }))));

    [Fact]
    public async Task RestoreVersion_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("of an entry", ListItemRequests.RestoreVersion(Entry, "2.0"))));
}
