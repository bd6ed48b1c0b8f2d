using OneDrive.Sdk.Calls;
using VerifyXunit;

namespace OneDrive.Sdk.Tests.Calls;

/// <summary>What each call about items puts on the wire; a change of the wire is a change of a reviewed file.</summary>
public sealed class ItemCallsTests
{
    private static readonly ItemAddress Item = DriveAddress.ById("b!drive").Item("01ABC");
    private static readonly ItemAddress ByPath = DriveAddress.Me.Path("/Reports/100% #1 + o'hara's 😀.txt");

    private static readonly FileSystemTimes Times = new()
    {
        Created = new DateTimeOffset(2024, 2, 29, 23, 59, 59, TimeSpan.Zero),
        LastModified = new DateTimeOffset(2024, 3, 1, 1, 2, 3, 456, TimeSpan.FromHours(2)),
    };

    [Fact]
    public async Task Get_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("by id", ItemCalls.Get(Item)),
        ("by path, with characters that need care", ItemCalls.Get(ByPath)),
        ("by path below an id", ItemCalls.Get(Item.Child("a b").Child("c"))),
        ("the root folder", ItemCalls.Get(DriveAddress.Me.Root)),
        ("a special folder", ItemCalls.Get(DriveAddress.Me.Special(SpecialFolder.AppRoot))),
        ("below a special folder", ItemCalls.Get(DriveAddress.Me.Special(SpecialFolder.Photos).Child("me.jpg"))),
        ("by sharing link", ItemCalls.Get(ItemAddress.Shared(new Uri("https://contoso.sharepoint.com/:w:/s/team/EaBc?e=x")))),
        (
            "with properties chosen and expanded",
            ItemCalls.Get(Item, new GetItemOptions { Select = ["id", "name"], Expand = ["children($top=5)"] }))));

    [Fact]
    public async Task Exists_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("by id", ItemCalls.Exists(Item)), ("by path", ItemCalls.Exists(ByPath))));

    [Fact]
    public async Task GetIfChanged_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("by id", ItemCalls.GetIfChanged(Item, "\"{ETAG},2\"")),
        (
            "in the recycle bin, by a link, with properties chosen",
            ItemCalls.GetIfChanged(Item, "aTag", new GetItemOptions
            {
                Select = ["id"],
                IncludeDeletedItems = true,
                Redemption = SharingLinkRedemption.IfNecessary,
            }))));

    [Fact]
    public async Task ListChildren_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("by id", ItemCalls.ListChildren(Item)),
        ("by path", ItemCalls.ListChildren(ByPath)),
        ("of the root folder", ItemCalls.ListChildren(DriveAddress.Me.Root)),
        ("with everything", ItemCalls.ListChildren(Item, new ListChildrenOptions
        {
            Select = ["id", "name"],
            Expand = ["thumbnails"],
            PageSize = 200,
            OrderBy = "name desc",
            Filter = "name eq 'a & b'",
        }))));

    [Fact]
    public async Task ListChildrenIfChanged_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        (
            "with a tag",
            ItemCalls.ListChildrenIfChanged(
                DriveAddress.Me.Root, "\"c:{TAG},1\"", new ListChildrenOptions { Select = ["id"] }))));

    [Fact]
    public async Task CreateFolder_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("fails on a conflict, unless told otherwise", ItemCalls.CreateFolder(Item, "New folder")),
        (
            "renamed on a conflict",
            ItemCalls.CreateFolder(ByPath, "\"A\" <b>", new CreateFolderOptions { Conflict = ConflictBehavior.Rename })),
        (
            "in the root folder",
            ItemCalls.CreateFolder(DriveAddress.Me.Root, "R", new CreateFolderOptions { Conflict = ConflictBehavior.Replace }))));

    [Fact]
    public async Task Update_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("the name", ItemCalls.Update(Item, new ItemChanges { Name = "new.txt" })),
        ("the description and the times", ItemCalls.Update(Item, new ItemChanges { Description = "", Times = Times })),
        (
            "on a condition",
            ItemCalls.Update(Item, new ItemChanges { Name = "new.txt" }, new UpdateItemOptions { IfMatch = "\"{ETAG},2\"" }))));

    [Fact]
    public async Task Move_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("keeping its name", ItemCalls.Move(Item, "01PARENT")),
        (
            "under a new name, on a condition",
            ItemCalls.Move(Item, "01PARENT", new MoveItemOptions { NewName = "b.txt", IfMatch = "\"{ETAG},2\"" }))));

    [Fact]
    public async Task Delete_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("to the recycle bin", ItemCalls.Delete(Item)),
        ("on a condition", ItemCalls.Delete(Item, new DeleteItemOptions { IfMatch = "\"{ETAG},2\"" })),
        ("for good", ItemCalls.Delete(Item, new DeleteItemOptions { Permanently = true }))));

    [Fact]
    public async Task Get_OfTheListOfADrive_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("its file", ItemCalls.Get(ListAddress.OfDrive(DriveAddress.Me).Item("5"))),
        ("below it", ItemCalls.Get(ListAddress.OfDrive(DriveAddress.Me).Item("5").Child("a b")))));
}
