using OneDrive.Sdk.Calls;
using VerifyXunit;

namespace OneDrive.Sdk.Tests.Calls;

/// <summary>What each call about document sets puts on the wire.</summary>
public sealed class DocumentSetCallsTests
{
    private static readonly ItemAddress Entry = ListAddress.InSite("contoso.sharepoint.com:/sites/team", "Sets").Item("5");
    private static readonly ItemAddress Folder = DriveAddress.ById("b!drive").Item("01ABC");

    [Fact]
    public async Task List_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("of an entry", DocumentSetCalls.List(Entry)), ("of a folder", DocumentSetCalls.List(Folder))));

    [Fact]
    public async Task Get_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(("one", DocumentSetCalls.Get(Entry, "1"))));

    [Fact]
    public async Task Capture_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("plain", DocumentSetCalls.Capture(Entry)),
        (
            "with everything",
            DocumentSetCalls.Capture(Entry, new CaptureDocumentSetOptions { Comment = "v1", IncludeMinorVersions = true }))));

    [Fact]
    public async Task Restore_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(("one", DocumentSetCalls.Restore(Entry, "1"))));

    [Fact]
    public async Task Delete_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(("one", DocumentSetCalls.Delete(Entry, "1"))));
}
