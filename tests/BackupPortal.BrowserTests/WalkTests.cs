using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace BackupPortal.BrowserTests;

/// <summary>One walk through the portal, as the seed document describes it, with pictures.</summary>
public sealed partial class WalkTests(PortalBrowser browser) : IClassFixture<PortalBrowser>
{
    [Fact]
    public async Task ADestination_IsAuthorizedBrowsedAndBackedUpTo_AndABackupIsRestored()
    {
        await using var portal = new PortalProcess(("Portal__EmulatorMisbehaves", "true"));
        var source = Path.Combine(portal.Folder, "shop.sql");
        await File.WriteAllBytesAsync(source, RandomNumberGenerator.GetBytes(12_000_000));
        await portal.StartAsync();
        await using var at = await browser.OpenAsync(portal);
        var page = at.Page;
        await at.SignInAsync();

        await at.AddDestinationAsync("Adele's drive");
        Assert.Equal("Authorization required", await page.TextContentAsync("#state"));
        await at.PictureAsync("1-authorization-required");
        await at.AuthorizeAsync();
        Assert.Equal("Authorized", await page.TextContentAsync("#state"));
        Assert.True(await at.HasTextAsync("Authorized as adele@contoso.example."));
        await at.PictureAsync("2-authorized");

        await page.ClickAsync("#browse");
        await page.GetByText("No subfolders found").WaitForAsync();
        await page.FillAsync("#new-folder", "Backups");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[role=option]", new PageLocatorOptions { HasText = "Backups" }).DblClickAsync();
        await page.Locator("dialog .status", new PageLocatorOptions { HasTextRegex = Loaded() }).WaitForAsync();
        Assert.Equal("0 folders", await page.TextContentAsync("dialog .status"));
        Assert.True(await page.GetByText("No subfolders found").IsVisibleAsync());
        await page.FillAsync("#new-folder", "DBackup");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[role=option][aria-selected=true]", new PageLocatorOptions { HasText = "DBackup" }).WaitForAsync();
        await at.PictureAsync("3-folders");
        await at.NarrowPictureAsync("3-folders");
        Assert.Empty(await at.FindBarriersAsync());
        await page.GetByText("Select Folder").ClickAsync();
        Assert.Equal("/Backups/DBackup", await page.InputValueAsync("#folder"));
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save" }).ClickAsync();
        await page.GetByText("Saved.").WaitForAsync();

        await at.AddJobAsync("shop-nightly", "File", source);
        await page.ClickAsync("#run");
        await at.PictureAsync("4-running");
        Assert.Equal("Succeeded", await at.WaitForEndAsync());
        await page.GotoAsync("/jobs/1");
        await page.GetByText("Side file").First.ClickAsync();
        Assert.Contains("\"isEncrypted\": true", await page.TextContentAsync("#side-file"), StringComparison.Ordinal);
        await at.PictureAsync("5-job");
        await page.GetByText("Restore").First.ClickAsync();
        Assert.Equal("Succeeded", await at.WaitForEndAsync());
        await at.PictureAsync("6-restored");

        var restored = Directory.GetFiles(Path.Combine(portal.DataFolder, "restored"), "shop.sql", SearchOption.AllDirectories);
        Assert.Equal(await File.ReadAllBytesAsync(source), await File.ReadAllBytesAsync(Assert.Single(restored)));
        Assert.True(at.Troubles.Count == 0, string.Join("\n", at.Troubles));
    }

    [GeneratedRegex("^(?!Loading|Created).", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Loaded();
}
