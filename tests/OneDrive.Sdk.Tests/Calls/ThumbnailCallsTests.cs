using OneDrive.Sdk.Calls;
using VerifyXunit;

namespace OneDrive.Sdk.Tests.Calls;

/// <summary>What each call about pictures and previews puts on the wire.</summary>
public sealed class ThumbnailCallsTests
{
    private static readonly ItemAddress Item = DriveAddress.ById("b!drive").Item("01ABC");

    [Fact]
    public async Task List_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("the usual sizes", ThumbnailCalls.List(Item)),
        (
            "made to order",
            ThumbnailCalls.List(Item, new ListThumbnailsOptions
            {
                Sizes = [ThumbnailSize.Small, ThumbnailSize.Custom(300, 400, crop: true)],
                OriginalOrientation = true,
            }))));

    [Fact]
    public async Task Get_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("of the first set", ThumbnailCalls.Get(Item, ThumbnailSize.LargeSquare)),
        ("of another", ThumbnailCalls.Get(Item, ThumbnailSize.Small, new GetThumbnailOptions { ThumbnailId = "1" }))));

    [Fact]
    public async Task GetContent_OnTheWire() => await Verifier.Verify(
        await WireText.OfAsync(("small", ThumbnailCalls.GetContent(Item, ThumbnailSize.Small))));

    [Fact]
    public async Task Set_OnTheWire() => await Verifier.Verify(
        await WireText.OfAsync(("a picture", ThumbnailCalls.Set(Item, new ImageCallBody("PNG"u8.ToArray(), "image/png")))));

    [Fact]
    public async Task GetPreview_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("plain", ThumbnailCalls.GetPreview(Item)),
        ("a page", ThumbnailCalls.GetPreview(Item, new GetPreviewOptions { Page = "3", Zoom = 1.5 })),
        (
            "to change it in a page of one's own",
            ThumbnailCalls.GetPreview(Item, new GetPreviewOptions { Viewer = "office", Chromeless = true, AllowEdit = true }))));
}
