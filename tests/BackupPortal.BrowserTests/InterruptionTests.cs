using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace BackupPortal.BrowserTests;

/// <summary>Runs that are ended in the middle, by a person and by a power cut.</summary>
public sealed partial class InterruptionTests(PortalBrowser browser) : IClassFixture<PortalBrowser>
{
    [Fact]
    public async Task ARun_WhenThePortalIsKilled_IsTakenUpAgain_AndARunThatIsCancelled_Ends()
    {
        await using var portal = new PortalProcess(("Portal__MaxBytesPerSecond", "6000000"));
        var source = Path.Combine(portal.Folder, "large.bin");
        await File.WriteAllBytesAsync(source, RandomNumberGenerator.GetBytes(60_000_000));
        await portal.StartAsync();
        await using var at = await browser.OpenAsync(portal);
        await at.SignInAsync();
        await at.AddDestinationAsync("Adele's drive");
        await at.AuthorizeAsync();
        await at.AddJobAsync("large", "File", source);

        await at.Page.ClickAsync("#run");
        await WaitUntilSomeIsUploadedAsync(at.Page);
        await at.PictureAsync("7-uploading");
        await at.NarrowPictureAsync("7-uploading");
        await portal.KillAsync();
        await portal.StartAsync();
        Assert.Equal("Succeeded", await at.WaitForEndAsync());
        Assert.StartsWith("once", (await at.Page.TextContentAsync("#resumptions"))!, StringComparison.Ordinal);

        await at.Page.GotoAsync("/jobs/1");
        await at.Page.ClickAsync("#run");
        await WaitUntilSomeIsUploadedAsync(at.Page);
        await at.Page.ClickAsync("#cancel");
        Assert.Equal("Cancelled", await at.WaitForEndAsync());
    }

    private static async Task WaitUntilSomeIsUploadedAsync(IPage page)
    {
        await page.Locator("#step", new PageLocatorOptions { HasText = "Uploading" }).WaitForAsync();
        await page.Locator("#bytes", new PageLocatorOptions { HasTextRegex = SomeOfIt() }).WaitForAsync();
    }

    [GeneratedRegex(@"^[1-4]\d\.\d MiB of 57", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SomeOfIt();
}
