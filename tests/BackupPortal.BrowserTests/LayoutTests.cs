using Microsoft.Playwright;

namespace BackupPortal.BrowserTests;

/// <summary>Every page, wide and narrow, light and dark.</summary>
public sealed class LayoutTests(PortalBrowser browser) : IClassFixture<PortalBrowser>
{
    private static readonly string[] Pages =
    [
        "/", "/destinations", "/destinations/1", "/destinations/new/MicrosoftAccount", "/destinations/new/Certificate",
        "/destinations/new/BusinessV1", "/jobs/new", "/jobs/1", "/runs/1", "/scan", "/help", "/help/certificate", "/help/troubleshooting",
    ];

    [Fact]
    public async Task EveryPage_IsAccessible_AndFitsTheWindow()
    {
        await using var portal = new PortalProcess();
        await portal.StartAsync();
        await using (var first = await browser.OpenAsync(portal))
        {
            await first.SignInAsync();
            await first.AddDestinationAsync("Adele's drive");
            await first.AuthorizeAsync();
            await first.AddJobAsync("greeting", "Command", "echo hello");
            await first.Page.ClickAsync("#run");
            Assert.Equal("Succeeded", await first.WaitForEndAsync());
        }

        foreach (var (width, scheme) in new[] { (1100, ColorScheme.Light), (400, ColorScheme.Dark) })
        {
            await using var at = await browser.OpenAsync(portal, width, scheme);
            await at.SignInAsync();
            foreach (var path in Pages)
            {
                await at.Page.GotoAsync(path);
                await at.PictureAsync($"page-{path.Trim('/').Replace('/', '-')}-{width}");

                Assert.Equal((path, ""), (path, string.Join('\n', await at.FindBarriersAsync())));
                Assert.Equal((path, 0), (path, await at.GetOverflowAsync()));
            }

            Assert.True(at.Troubles.Count == 0, string.Join("\n", at.Troubles));
        }
    }
}
