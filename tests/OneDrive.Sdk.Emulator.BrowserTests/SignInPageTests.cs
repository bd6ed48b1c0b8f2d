using System.Text.Json.Nodes;
using System.Web;
using Microsoft.Playwright;

namespace OneDrive.Sdk.Emulator.BrowserTests;

/// <summary>People choose a user, decline, or let the sign-in fail, in the browser.</summary>
public sealed class SignInPageTests(ConsoleBrowser browser) : IClassFixture<ConsoleBrowser>
{
    private const string Callback = "http://localhost:50123/";

    [Theory]
    [InlineData(1100, ColorScheme.Light)]
    [InlineData(420, ColorScheme.Dark)]
    public async Task ThePage_IsAccessible_FitsTheWindow_AndListsWhatIsAskedFor(int width, ColorScheme scheme)
    {
        await using var console = await OpenAsync(width, scheme);
        await console.Page.Locator("summary").ClickAsync();
        await console.PictureAsync($"sign-in-{width}-{scheme}");

        Assert.Contains("Files.ReadWrite.All", await console.Page.Locator("ul").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains(ConsoleBrowser.Hostile, await console.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await console.FindBarriersAsync());
        Assert.Equal(0, await console.GetOverflowAsync());
        Assert.Empty(console.Troubles);
    }

    [Fact]
    public async Task AChosenUser_IsSignedIn()
    {
        await using var console = await OpenAsync();
        var answer = await ClickAsync(console.Page, console.Page.GetByText("Accept as alex@contoso.example"));

        Assert.Equal("state & 1", answer["state"]);
        using var form = new FormUrlEncodedContent(
        [
            KeyValuePair.Create("grant_type", "authorization_code"),
            KeyValuePair.Create("client_id", OneDriveEmulator.DefaultClientId),
            KeyValuePair.Create("client_secret", OneDriveEmulator.DefaultClientSecret),
            KeyValuePair.Create("redirect_uri", Callback),
            KeyValuePair.Create("code", answer["code"]!),
        ]);
        using var response = await browser.Http.PostAsync(new Uri("common/oauth2/v2.0/token", UriKind.Relative), form);
        var tokens = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        using var request = new HttpRequestMessage(HttpMethod.Get, "v1.0/me");
        request.Headers.Authorization = new("Bearer", tokens["access_token"]!.GetValue<string>());
        using var me = await browser.Http.SendAsync(request);
        Assert.Contains("alex@contoso.example", await me.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decline_LeadsBackWithAccessDenied()
    {
        await using var console = await OpenAsync();
        var answer = await ClickAsync(console.Page, console.Page.GetByRole(AriaRole.Link, new() { Name = "Decline" }));

        Assert.Equal("access_denied", answer["error"]);
        Assert.Equal("state & 1", answer["state"]);
        Assert.Null(answer["code"]);
    }

    [Theory]
    [InlineData("50126")]
    [InlineData("53003")]
    [InlineData("65001")]
    public async Task AChosenFailure_LeadsBackWithItsNumber(string number)
    {
        await using var console = await OpenAsync();
        await console.Page.Locator("summary").FocusAsync();
        await console.Page.Keyboard.PressAsync("Enter");
        await console.Page.GetByLabel("AADSTS number").FillAsync(number);
        var answer = await ClickAsync(console.Page, console.Page.GetByRole(AriaRole.Button, new() { Name = "Fail" }));

        Assert.StartsWith($"AADSTS{number}", answer["error_description"], StringComparison.Ordinal);
        Assert.Equal("state & 1", answer["state"]);
    }

    private Task<ConsolePage> OpenAsync(int width = 1100, ColorScheme scheme = ColorScheme.Light) => browser.OpenPageAsync(
        $"common/oauth2/v2.0/authorize?client_id={OneDriveEmulator.DefaultClientId}&response_type=code"
            + $"&redirect_uri={Uri.EscapeDataString(Callback)}&scope=openid%20offline_access%20Files.ReadWrite.All%20User.Read"
            + "&state=state%20%26%201&prompt=select_account",
        width,
        scheme);

    /// <summary>Clicks, and gives what the application receives.</summary>
    private static async Task<System.Collections.Specialized.NameValueCollection> ClickAsync(IPage page, ILocator target)
    {
        await page.RouteAsync($"{Callback}**", route => route.FulfillAsync(new RouteFulfillOptions { Body = "signed in" }));
        await target.ClickAsync();
        await page.WaitForURLAsync($"{Callback}**");
        return HttpUtility.ParseQueryString(new Uri(page.Url).Query);
    }
}
