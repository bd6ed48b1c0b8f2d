using System.Net;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Identity;

/// <summary>What a person can do on the sign-in page, and who is let back from it.</summary>
public sealed class SignInPageTests : IAsyncLifetime
{
    private EmulatorClient _client = null!;
    private PersonSignIn _web = null!;

    public async Task InitializeAsync() => await StartAsync();

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Theory]
    [InlineData("50105", "access_denied", "AADSTS50105")]
    [InlineData("AADSTS50076", "interaction_required", "AADSTS50076")]
    [InlineData("123456", "access_denied", "AADSTS123456")]
    [InlineData("nonsense", "invalid_request", "AADSTS90013")]
    public async Task Authorize_FailsWithTheNumberThatAPersonChooses(string number, string error, string description)
    {
        await StartAsync(options => options.SignInPage = EmulatorSignInPage.Clickable);
        using var page = await _web.AuthorizeAsync();
        using var response = await _web.AuthorizeAsync(("emulator_error", number));

        Assert.Contains("name=\"emulator_error\"", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var query = PersonSignIn.Query(response.Headers.Location!);
        Assert.Equal((error, "state & 1"), (query["error"], query["state"]));
        Assert.StartsWith(description, query["error_description"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/html,application/xhtml+xml", null, HttpStatusCode.OK)]
    [InlineData("text/html", "none", HttpStatusCode.Redirect)]
    [InlineData("*/*", null, HttpStatusCode.Redirect)]
    [InlineData(null, "login", HttpStatusCode.Redirect)]
    public async Task Authorize_ClickableInBrowsers_ShowsThePageToBrowsersOnly(string? accept, string? prompt, HttpStatusCode expected)
    {
        await StartAsync(options => options.SignInPage = EmulatorSignInPage.ClickableInBrowsers);
        if (accept is not null)
        {
            _client.Http.DefaultRequestHeaders.Add("Accept", accept);
        }

        using var response = await _web.AuthorizeAsync(("prompt", prompt));

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("http://localhost:3000/any/path", true, HttpStatusCode.Redirect)]
    [InlineData("http://127.0.0.1:9/cb?x=1", true, HttpStatusCode.Redirect)]
    [InlineData("http://localhost", true, HttpStatusCode.Redirect)]
    [InlineData("https://localhost:5001/signin-oidc", true, HttpStatusCode.Redirect)]
    [InlineData("http://localhost.evil.example/", true, HttpStatusCode.BadRequest)]
    [InlineData("http://localhost@evil.example/", true, HttpStatusCode.BadRequest)]
    [InlineData("javascript:alert(1)", true, HttpStatusCode.BadRequest)]
    [InlineData("http://localhost:3000/any/path", false, HttpStatusCode.BadRequest)]
    [InlineData("http://localhost:3000", false, HttpStatusCode.Redirect)]
    [InlineData("http://127.0.0.1:9/cb", false, HttpStatusCode.BadRequest)]
    public async Task Authorize_TakesEveryAddressOfThisMachine_UnlessStrict(string redirectUri, bool isLenient, HttpStatusCode expected)
    {
        await StartAsync(options => options.Lenient = isLenient);
        var client = new PersonSignIn(_client, _client.Emulator.DefaultApplication, secret: null);

        using var response = await client.AuthorizeAsync(("redirect_uri", redirectUri));

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Redeem_WithoutASecret_WorksWhereEverythingIsLenient()
    {
        await StartAsync(options => options.Lenient = true);
        _client.Emulator.RegisterRedirectUri(OneDriveEmulator.DefaultClientId, new Uri(PersonSignIn.Callback));
        var client = new PersonSignIn(_client, _client.Emulator.DefaultApplication, secret: null);

        var (status, _) = await client.RedeemAsync(await client.GetCodeAsync());
        var (wrong, _) = await client.RedeemAsync(await client.GetCodeAsync(), ("client_secret", "wrong"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (status, wrong));
    }

    private async Task StartAsync(Action<EmulatorOptions>? configure = null)
    {
        if (_client is not null)
        {
            await _client.DisposeAsync();
        }

        _client = await EmulatorClient.StartAsync(configure);
        var application = _client.Emulator.AddApplication(options =>
        {
            options.ClientSecret = "secret";
            options.RedirectUris.Add(new Uri(PersonSignIn.Callback));
        });
        _web = new PersonSignIn(_client, application, "secret");
    }
}
