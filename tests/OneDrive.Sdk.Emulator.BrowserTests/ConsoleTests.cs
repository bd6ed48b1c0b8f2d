using Microsoft.Playwright;

namespace OneDrive.Sdk.Emulator.BrowserTests;

public sealed class ConsoleTests(ConsoleBrowser browser) : IClassFixture<ConsoleBrowser>
{
    [Theory]
    [CombinedData]
    public async Task ASection_IsAccessible_FitsTheWindow_AndRunsNothingOfOthers(string section, int width, string scheme)
    {
        await using var console = await browser.OpenAsync(section, width, Enum.Parse<ColorScheme>(scheme));
        await OpenDetailsAsync(console.Page, section);
        await console.PictureAsync($"{section}-{width}-{scheme}");

        Assert.Empty(await console.FindBarriersAsync());
        Assert.Equal(0, await console.GetOverflowAsync());
        Assert.Empty(console.Troubles);
    }

    [Fact]
    public async Task TheRoot_LeadsHere()
    {
        await using var console = await browser.OpenAsync("drives");
        await console.Page.GotoAsync(browser.Emulator.Endpoint.AbsoluteUri);

        Assert.EndsWith("/_emulator", console.Page.Url, StringComparison.Ordinal);
        Assert.Equal("OneDrive emulator", await console.Page.TitleAsync());
    }

    [Fact]
    public async Task TheTree_IsUsedByKeyboard()
    {
        await using var console = await browser.OpenAsync("drives");
        var page = console.Page;
        await page.Locator("[role=treeitem]").First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Locator("text=Reports").WaitForAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync(" ");

        Assert.Equal("Notes.txt", await page.Locator("[aria-label=Details] h2").TextContentAsync());
    }

    [Fact]
    public async Task TheTabs_AreUsedByKeyboard()
    {
        await using var console = await browser.OpenAsync("drives");
        await console.Page.Locator("#tab-drives").FocusAsync();
        await console.Page.Keyboard.PressAsync("ArrowLeft");
        await console.Page.Locator("[aria-label=Clock]").WaitForAsync();
        await console.Page.Keyboard.PressAsync("Home");
        await console.Page.Keyboard.PressAsync("ArrowRight");
        await console.Page.Locator("h2:has-text('Upload sessions')").WaitForAsync();

        Assert.Equal("true", await console.Page.Locator("#tab-uploads").GetAttributeAsync("aria-selected"));
    }

    [Fact]
    public async Task Names_AreShownAsText()
    {
        await using var console = await browser.OpenAsync("people");
        await console.Page.Locator("td", new PageLocatorOptions { HasText = ConsoleBrowser.Hostile }).First.WaitForAsync();

        Assert.Equal(0, await console.Page.Locator("main img, main script").CountAsync());
        Assert.Empty(console.Troubles);
    }

    [Fact]
    public async Task QuirksAndFaults_AreSwitched()
    {
        await using var console = await browser.OpenAsync("quirks");
        var page = console.Page;
        await page.GetByLabel("42 QuotasAreZero").CheckAsync();
        await WaitForAsync(() => browser.Emulator.Quirks.IsEnabled(EmulatorQuirk.QuotasAreZero));
        await page.GetByLabel("42 QuotasAreZero").UncheckAsync();
        await WaitForAsync(() => !browser.Emulator.Quirks.IsEnabled(EmulatorQuirk.QuotasAreZero));
        await page.Locator("#tab-faults").ClickAsync();
        await page.GetByLabel("Kind").SelectOptionAsync("Stall");
        await page.GetByLabel("Operation").SelectOptionAsync("CheckIn");
        await page.GetByLabel("For", new PageGetByLabelOptions { Exact = true }).SelectOptionAsync("alex@contoso.example");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add fault" }).ClickAsync();
        await page.Locator("li", new PageLocatorOptions { HasText = "Stall on CheckIn" }).WaitForAsync();

        Assert.Contains(browser.Emulator.Faults.ToList(), fault => fault.Kind == FaultKind.Stall && fault.DriveId is not null);
        Assert.Empty(console.Troubles);
    }

    [Fact]
    public async Task Traffic_IsLive_AndItsSecretsAreMasked()
    {
        await using var console = await browser.OpenAsync("traffic");
        var page = console.Page;
        await page.GetByLabel("Path").FillAsync("just-now");
        await page.Locator("text=No request matches.").WaitForAsync();
        var drive = browser.Emulator.DefaultUser.Drive.Id;
        await browser.SendAsync(HttpMethod.Put, $"v1.0/drives/{drive}/root:/just-now.txt:/content", new StringContent("it's"));
        await page.Locator(".request").ClickAsync();
        var details = page.Locator(".details");
        await details.Locator("text=Request body").WaitForAsync();
        var text = await details.InnerTextAsync();
        await page.EvaluateAsync("window.copied = ''; navigator.clipboard.writeText = async text => { window.copied = text; }");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Copy as curl" }).ClickAsync();
        await page.WaitForFunctionAsync("window.copied !== ''");
        var command = await page.EvaluateAsync<string>("window.copied");

        Assert.Contains("Bearer REDACTED", text, StringComparison.Ordinal);
        Assert.DoesNotContain("emulated.", text, StringComparison.Ordinal);
        Assert.StartsWith("curl -X PUT", command, StringComparison.Ordinal);
        Assert.Contains("\"Authorization: Bearer $ACCESS_TOKEN\"", command, StringComparison.Ordinal);
        Assert.Contains("--data-raw 'it'\\''s'", command, StringComparison.Ordinal);
        Assert.Empty(console.Troubles);
    }

    private static async Task OpenDetailsAsync(IPage page, string section)
    {
        if (section == "drives")
        {
            await page.Locator("[role=treeitem] >> text=adele@contoso.example").ClickAsync();
            await page.Locator("[role=treeitem] >> text=Reports").ClickAsync();
            await page.Locator("[role=treeitem] >> text=2024").ClickAsync();
            await page.Locator("[role=treeitem] >> text=Budget.xlsx").ClickAsync();
            await page.Locator("th:has-text('Version')").WaitForAsync();
        }
        else if (section == "traffic")
        {
            await page.Locator(".request").Nth(2).ClickAsync();
            await page.Locator("text=Response headers").WaitForAsync();
        }
    }

    private static async Task WaitForAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        while (!condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
        }
    }
}
