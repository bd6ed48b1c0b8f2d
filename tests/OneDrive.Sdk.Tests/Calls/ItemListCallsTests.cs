using OneDrive.Sdk.Calls;
using VerifyXunit;

namespace OneDrive.Sdk.Tests.Calls;

/// <summary>What searches and the lists of a whole drive put on the wire.</summary>
public sealed class ItemListCallsTests
{
    private static readonly ItemAddress Item = DriveAddress.ById("b!drive").Item("01ABC");

    private static readonly ListItemsOptions Everything = new()
    {
        Select = ["id", "name"],
        Expand = ["thumbnails"],
        PageSize = 5,
        OrderBy = "name",
        Filter = "file ne null",
    };

    [Fact]
    public async Task Search_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("in the root folder", ItemListCalls.Search(DriveAddress.Me.Root, "Contoso Project")),
        ("with characters that need care", ItemListCalls.Search(Item, "o'hara's 100% #1 a/b?&=+ü😀 ')")),
        (
            "below a path, with everything",
            ItemListCalls.Search(DriveAddress.Me.Path("/a b"), "x", new SearchOptions
            {
                Select = ["id"],
                Expand = ["thumbnails"],
                PageSize = 5,
                OrderBy = "name desc",
                Filter = "image ne null and file ne null",
            }))));

    [Fact]
    public async Task SearchDrive_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("in a drive and what is shared", ItemListCalls.SearchDrive(DriveAddress.Me, "it's"))));

    [Fact]
    public async Task ListFollowed_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("plain", ItemListCalls.ListFollowed(DriveAddress.Me)),
        ("with everything", ItemListCalls.ListFollowed(DriveAddress.Me, Everything))));

    [Fact]
    public async Task ListRecent_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("plain", ItemListCalls.ListRecent(DriveAddress.Me)), ("with everything", ItemListCalls.ListRecent(DriveAddress.Me, Everything))));

    [Fact]
    public async Task ListSharedByMe_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("plain", ItemListCalls.ListSharedByMe(DriveAddress.Me)),
        ("with everything", ItemListCalls.ListSharedByMe(DriveAddress.Me, Everything))));

    [Fact]
    public async Task ListSharedWithMe_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("plain", ItemListCalls.ListSharedWithMe(DriveAddress.Me)),
        (
            "of other organisations, too",
            ItemListCalls.ListSharedWithMe(
                DriveAddress.Me, new ListSharedWithMeOptions { Select = ["id"], PageSize = 5, AllowExternal = true }))));

    [Fact]
    public void ASearchForNothing_IsRefused() => Assert.Throws<ArgumentException>("text", () => ItemListCalls.Search(Item, " "));
}
