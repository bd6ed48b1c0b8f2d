using OneDrive.Sdk.Calls;
using VerifyXunit;

namespace OneDrive.Sdk.Tests.Calls;

/// <summary>What the actions on items put on the wire.</summary>
public sealed class ItemActionCallsTests
{
    private static readonly ItemAddress Item = DriveAddress.ById("b!drive").Item("01ABC");
    private static readonly ItemAddress ByPath = DriveAddress.Me.Path("/Reports/a b.txt");

    [Fact]
    public async Task Restore_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("where it was", ItemActionCalls.Restore(Item)),
        (
            "elsewhere, under a new name",
            ItemActionCalls.Restore(Item, new RestoreItemOptions { NewName = "b.txt", NewParentId = "01PARENT" }))));

    [Fact]
    public async Task CheckOut_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("by id", ItemActionCalls.CheckOut(Item)), ("by path", ItemActionCalls.CheckOut(ByPath))));

    [Fact]
    public async Task CheckIn_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("without a word", ItemActionCalls.CheckIn(Item)),
        (
            "published, with a comment",
            ItemActionCalls.CheckIn(ByPath, new CheckInOptions { Comment = "done", CheckInAs = CheckInKind.Published }))));

    [Fact]
    public async Task DiscardCheckOut_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("by id", ItemActionCalls.DiscardCheckOut(Item)),
        ("of a special folder", ItemActionCalls.DiscardCheckOut(DriveAddress.Me.Special(SpecialFolder.Documents)))));

    [Fact]
    public async Task Follow_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(("by id", ItemActionCalls.Follow(Item))));

    [Fact]
    public async Task Unfollow_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("by id", ItemActionCalls.Unfollow(Item)), ("by path", ItemActionCalls.Unfollow(ByPath))));

    [Fact]
    public async Task AddSharedFolder_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("of another drive", ItemActionCalls.AddSharedFolder(DriveAddress.Me, "Theirs", Item))));

    [Fact]
    public void AddSharedFolder_OfAnAddressWithoutIds_IsRefused() => Assert.Throws<ArgumentException>(
        "sharedFolder", () => ItemActionCalls.AddSharedFolder(DriveAddress.Me, "Theirs", ByPath));
}
