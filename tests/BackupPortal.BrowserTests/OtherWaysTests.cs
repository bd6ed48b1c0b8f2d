using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Playwright;
using OneDrive.Sdk.Emulator;

namespace BackupPortal.BrowserTests;

/// <summary>Applications with a certificate, OneDrive for Business of the first version, and people who scan their own drive.</summary>
public sealed class OtherWaysTests(PortalBrowser browser) : IClassFixture<PortalBrowser>
{
    [Fact]
    public async Task ACertificate_AFirstVersionSignIn_AndAScan_ReachTheDrive()
    {
        await using var portal = new PortalProcess();
        await portal.StartAsync();
        var pfx = await RegisterCertificateAsync(portal);
        await using var at = await browser.OpenAsync(portal);
        var page = at.Page;
        await at.SignInAsync();

        await page.GotoAsync("/destinations/new/Certificate");
        await page.FillAsync("#name", "Application");
        await page.FillAsync("#client-id", OneDriveEmulator.DefaultClientId);
        await page.FillAsync("#token-url", $"{portal.Emulator}{OneDriveEmulator.DefaultTenantId}/oauth2/v2.0/token");
        await page.SetInputFilesAsync("#certificate-file", pfx);
        await page.FillAsync("#certificate-password", "secret");
        await page.FillAsync("#owner", "/users/adele@contoso.example");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save" }).ClickAsync();
        await page.ClickAsync("#test");
        await page.Locator("#report").WaitForAsync();
        Assert.Equal("Authorized", await page.TextContentAsync("#state"));
        await at.PictureAsync("8-certificate");
        Assert.Equal(0, await page.Locator("#problem").CountAsync());
        await page.GotoAsync(page.Url.Split('?')[0]);
        Assert.NotEqual(0, await page.Locator("#owners option").CountAsync());
        Assert.NotEqual(0, await page.Locator("#drives option").CountAsync());

        await page.GotoAsync("/destinations/new/BusinessV1");
        await page.FillAsync("#name", "First version");
        await page.FillAsync("#client-id", OneDriveEmulator.DefaultClientId);
        await page.FillAsync("#client-secret", OneDriveEmulator.DefaultClientSecret);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save" }).ClickAsync();
        await at.AuthorizeAsync();
        Assert.Equal("Authorized", await page.TextContentAsync("#state"));
        await page.ClickAsync("#test");
        await page.Locator("#report").WaitForAsync();
        await at.PictureAsync("9-first-version");
        Assert.Equal(0, await page.Locator("#problem").CountAsync());

        await page.GotoAsync("/scan");
        await page.FillAsync("#client-secret", OneDriveEmulator.DefaultClientSecret);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Sign in", Exact = true }).ClickAsync();
        await page.ClickAsync("a.user >> nth=0");
        await page.ClickAsync("#scan");
        await page.Locator("#result").WaitForAsync();
        await at.PictureAsync("10-scan");
        Assert.True(at.Troubles.Count == 0, string.Join("\n", at.Troubles));
    }

    private static async Task<string> RegisterCertificateAsync(PortalProcess portal)
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=BackupPortal", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(now.AddDays(-1), now.AddYears(1));
        var path = Path.Combine(portal.Folder, "application.pfx");
        await File.WriteAllBytesAsync(path, certificate.Export(X509ContentType.Pfx, "secret"));
        using var http = new HttpClient { BaseAddress = portal.Emulator };
        using var body = new StringContent(
            $$"""{"certificate":"{{Convert.ToBase64String(certificate.Export(X509ContentType.Cert))}}"}""",
            Encoding.UTF8,
            "application/json");
        using var response = await http.PostAsync(
            new Uri($"_emulator/applications/{OneDriveEmulator.DefaultClientId}/certificates", UriKind.Relative), body);
        response.EnsureSuccessStatusCode();
        return path;
    }
}
