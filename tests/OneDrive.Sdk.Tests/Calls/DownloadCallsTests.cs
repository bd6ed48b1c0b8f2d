using OneDrive.Sdk.Calls;
using VerifyXunit;

namespace OneDrive.Sdk.Tests.Calls;

public sealed class DownloadCallsTests
{
    private static readonly ItemAddress ByPath = DriveAddress.Me.Path("/Backups/100% #1.bin");
    private static readonly ItemAddress ById = DriveAddress.ById("b!drive").Item("01ABC");

    [Fact]
    public async Task GetItem_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("by path", DownloadCalls.GetItem(ByPath)),
        ("by id", DownloadCalls.GetItem(ById))));

    [Fact]
    public async Task GetContent_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("by path", DownloadCalls.GetContent(ByPath)),
        ("by id", DownloadCalls.GetContent(ById)),
        ("by sharing link", DownloadCalls.GetContent(ItemAddress.Shared(new Uri("https://contoso.sharepoint.com/:w:/s/team/EaBc?e=x")))),
        ("converted", DownloadCalls.GetContent(ByPath, new Conversion("pdf"))),
        ("as a picture", DownloadCalls.GetContent(ByPath, new Conversion("jpg", 640, 480)))));
}
