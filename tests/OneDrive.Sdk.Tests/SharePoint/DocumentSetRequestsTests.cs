using OneDrive.Sdk.SharePoint;
using OneDrive.Sdk.Tests.Calls;
using VerifyXunit;

namespace OneDrive.Sdk.Tests.SharePoint;

/// <summary>What each request about document sets puts on the wire.</summary>
public sealed class DocumentSetRequestsTests
{
    private static readonly ItemAddress Entry = ListAddress.InSite("contoso.sharepoint.com:/sites/team", "Sets").Item("5");
    private static readonly ItemAddress Folder = DriveAddress.ById("b!drive").Item("01ABC");

    [Fact]
    public async Task ListVersions_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("of an entry", DocumentSetRequests.ListVersions(Entry)), ("of a folder", DocumentSetRequests.ListVersions(Folder))));

    [Fact]
    public async Task GetVersion_OnTheWire() => await Verifier.Verify(
        await WireText.OfAsync(("one", DocumentSetRequests.GetVersion(Entry, "1"))));

    [Fact]
    public async Task Capture_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("plain", DocumentSetRequests.Capture(Entry)),
        (
            "with everything",
            DocumentSetRequests.Capture(Entry, new CaptureDocumentSetOptions { Comment = "v1", IncludeMinorVersions = true }))));

    [Fact]
    public async Task RestoreVersion_OnTheWire() => await Verifier.Verify(
        await WireText.OfAsync(("one", DocumentSetRequests.RestoreVersion(Entry, "1"))));

    [Fact]
    public async Task DeleteVersion_OnTheWire() => await Verifier.Verify(
        await WireText.OfAsync(("one", DocumentSetRequests.DeleteVersion(Entry, "1"))));
}
