using OneDrive.Sdk.Calls;
using VerifyXunit;

namespace OneDrive.Sdk.Tests.Calls;

/// <summary>What each call about bundles puts on the wire.</summary>
public sealed class BundleCallsTests
{
    private static readonly ItemAddress Bundle = DriveAddress.Me.Item("1!2");

    [Fact]
    public async Task List_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("all", BundleCalls.List(DriveAddress.Me)),
        ("albums", BundleCalls.List(DriveAddress.Me, new ListItemsOptions { Filter = "bundle/album ne null" }))));

    [Fact]
    public async Task Get_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("with what it holds", BundleCalls.Get(Bundle, new GetItemOptions { Expand = ["children"] }))));

    [Fact]
    public async Task Create_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("a bundle", BundleCalls.Create(DriveAddress.Me, "Just some files", ["1!3", "1!4"])),
        (
            "an album",
            BundleCalls.Create(
                DriveAddress.Me, "Beach", [], new CreateBundleOptions { IsAlbum = true, Conflict = ConflictBehavior.Rename }))));

    [Fact]
    public async Task AddItem_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(("by id", BundleCalls.AddItem(Bundle, "1!3"))));

    [Fact]
    public async Task RemoveItem_OnTheWire() => await Verifier.Verify(
        await WireText.OfAsync(("by id", BundleCalls.RemoveItem(Bundle, "1!3"))));

    [Fact]
    public void ABundleByPath_IsRefused() =>
        Assert.Throws<ArgumentException>("bundle", () => BundleCalls.Get(DriveAddress.Me.Path("/a")));
}
