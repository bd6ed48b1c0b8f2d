using System.Text.Json.Nodes;
using OneDrive.Sdk.Calls;
using VerifyXunit;

namespace OneDrive.Sdk.Tests.Calls;

/// <summary>What each call about lists and their entries puts on the wire.</summary>
public sealed class LibraryCallsTests
{
    private static readonly ListAddress Library = ListAddress.OfDrive(DriveAddress.Me);
    private static readonly ListAddress List = ListAddress.InSite("contoso.sharepoint.com:/sites/team", "Shared Documents");
    private static readonly ItemAddress Item = DriveAddress.ById("b!drive").Item("01ABC");

    [Fact]
    public async Task GetList_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("of a drive", LibraryCalls.GetList(Library)),
        ("of a site", LibraryCalls.GetList(List, new GetListOptions { Select = ["id"], Expand = ["columns(select=name)"] }))));

    [Fact]
    public async Task ListColumns_OnTheWire() => await Verifier.Verify(
        await WireText.OfAsync(("of a drive", LibraryCalls.ListColumns(Library))));

    [Fact]
    public async Task ListItems_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("of a drive", LibraryCalls.ListItems(Library)),
        ("of a site", LibraryCalls.ListItems(List, new ListListItemsOptions { Expand = ["fields(select=Color)"], PageSize = 5 }))));

    [Fact]
    public async Task GetListItem_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("of an item", LibraryCalls.GetListItem(Item)),
        ("of a list", LibraryCalls.GetListItem(List.Item("5"), new GetListItemOptions { Expand = ["fields"] })),
        ("below an entry", LibraryCalls.GetListItem(List.Item("5").Child("a b")))));

    [Fact]
    public async Task UpdateFields_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("of an item", LibraryCalls.UpdateFields(Item, new JsonObject { ["Color"] = "Fuchsia", ["Quantity"] = 934 })),
        (
            "of a list, on a condition",
            LibraryCalls.UpdateFields(
                List.Item("5"), new JsonObject { ["Color"] = null }, new UpdateItemOptions { IfMatch = "\"1\"" }))));

    [Fact]
    public async Task GetListItem_OfTheListOfADrive_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("the entry", LibraryCalls.GetListItem(Library.Item("5")))));

    [Fact]
    public async Task GetFile_OfTheListOfADrive_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("its file", ItemCalls.Get(Library.Item("5"))), ("below it", ItemCalls.Get(Library.Item("5").Child("a b")))));

    [Fact]
    public async Task ListContentTypes_OnTheWire() => await Verifier.Verify(
        await WireText.OfAsync(("of a site", LibraryCalls.ListContentTypes(List))));

    [Fact]
    public async Task CreateListItem_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("of a site", LibraryCalls.CreateListItem(List, new JsonObject { ["Title"] = "Widget" }))));

    [Fact]
    public async Task DeleteListItem_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("of a list, on a condition", LibraryCalls.DeleteListItem(List.Item("5"), new DeleteListItemOptions { IfMatch = "\"1\"" }))));

    [Fact]
    public void DeleteListItem_OfAFile_IsRefusedBeforeAnythingIsSent() =>
        Assert.Throws<ArgumentException>(() => LibraryCalls.DeleteListItem(Item));
}
