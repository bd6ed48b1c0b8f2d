using System.Net;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Identity;

/// <summary>Devices show a code over plain HTTP, and a person types it on a page.</summary>
public sealed class DeviceCodeTests : IAsyncLifetime
{
    private const string GrantType = "urn:ietf:params:oauth:grant-type:device_code";

    private readonly MovableClock _clock = new();
    private EmulatorClient _client = null!;
    private EmulatorApplication _application = null!;

    public async Task InitializeAsync() => await StartAsync(EmulatorSignInPage.Clickable);

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Fact]
    public async Task TheFormIsAskedForTheCode_AndAClickSignsIn()
    {
        var begun = await BeginAsync();
        var page = new Uri(Text(begun, "verification_uri"));

        Assert.Contains("name=\"otc\"", await _client.Http.GetStringAsync(page), StringComparison.Ordinal);
        var users = await _client.Http.GetStringAsync(new Uri($"{page}?otc={Text(begun, "user_code").ToLowerInvariant()}"));
        var (_, pending) = await PollAsync(begun);
        using var clicked = await _client.Http.GetAsync(LinkOf(users, "user"));

        Assert.Equal("authorization_pending", Text(pending, "error"));
        Assert.Equal(HttpStatusCode.OK, clicked.StatusCode);
        var (status, tokens) = await PollAsync(begun);
        Assert.Equal(HttpStatusCode.OK, status);
        _client.Token = Text(tokens, "access_token");
        Assert.NotEmpty(Text(tokens, "refresh_token"));
        using var drive = await _client.GetAsync("v1.0/me/drive");
        Assert.Equal(HttpStatusCode.OK, drive.StatusCode);
    }

    [Fact]
    public async Task ACodeThatWasRedeemed_IsNotKnownAnyMore()
    {
        var begun = await BeginAsync();
        _client.Emulator.ApproveDeviceCode(Text(begun, "user_code"));
        await PollAsync(begun);

        var (status, json) = await PollAsync(begun);

        Assert.Equal((HttpStatusCode.BadRequest, "bad_verification_code"), (status, Text(json, "error")));
    }

    [Fact]
    public async Task Cancel_Declines()
    {
        var begun = await BeginAsync();
        var users = await _client.Http.GetStringAsync(new Uri($"{Text(begun, "verification_uri")}?otc={Text(begun, "user_code")}"));

        using var clicked = await _client.Http.GetAsync(LinkOf(users, "cancel"));

        Assert.Contains("was not signed in", await clicked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("authorization_declined", Text((await PollAsync(begun)).Json, "error"));
        Assert.Empty(_client.Emulator.WaitingDeviceCodes);
    }

    [Fact]
    public async Task Redeem_WithTheShortNameOfTheGrant_IsTheSame()
    {
        var begun = await BeginAsync();
        _client.Emulator.ApproveDeviceCode(Text(begun, "user_code"));

        var (status, _) = await PostAsync(
            "token", ("client_id", _application.ClientId), ("grant_type", "device_code"), ("device_code", Text(begun, "device_code")));

        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Fact]
    public async Task Failure_ThatAPersonChooses_IsToldToTheDevice()
    {
        var begun = await BeginAsync();

        using var page = await _client.Http.GetAsync(
            new Uri($"{Text(begun, "verification_uri")}?otc={Text(begun, "user_code")}&emulator_error=50105"));
        var (status, json) = await PollAsync(begun);

        Assert.Contains("AADSTS50105", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.BadRequest, 50105), (status, json["error_codes"]![0]!.GetValue<int>()));
    }

    [Fact]
    public async Task WithAutomaticPages_TheFirstUserSignsInByOpeningThePage()
    {
        await StartAsync(EmulatorSignInPage.Automatic);
        var begun = await BeginAsync();

        using var page = await _client.Http.GetAsync(new Uri($"{Text(begun, "verification_uri")}?otc={Text(begun, "user_code")}"));

        Assert.Contains("You have signed in", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await PollAsync(begun)).Status);
    }

    [Fact]
    public async Task ACodeThatIsOver_IsNeitherAcceptedNorRedeemed()
    {
        var begun = await BeginAsync();
        _clock.Advance(TimeSpan.FromMinutes(15));

        Assert.Equal("expired_token", Text((await PollAsync(begun)).Json, "error"));
        Assert.Throws<ArgumentException>(() => _client.Emulator.ApproveDeviceCode(Text(begun, "user_code")));
        using var page = await _client.Http.GetAsync(new Uri($"{Text(begun, "verification_uri")}?otc={Text(begun, "user_code")}"));
        Assert.Contains("AADSTS70018", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherApplication_CannotRedeemTheCode()
    {
        var begun = await BeginAsync();
        _client.Emulator.ApproveDeviceCode(Text(begun, "user_code"));
        var other = _client.Emulator.AddApplication(options => options.IsPublicClient = true);

        var (_, json) = await PostAsync(
            "token", ("client_id", other.ClientId), ("grant_type", GrantType), ("device_code", Text(begun, "device_code")));

        Assert.Equal("bad_verification_code", Text(json, "error"));
    }

    [Theory]
    [InlineData("client_id", "nobody", 700016)]
    [InlineData("scope", "", 900144)]
    public async Task Begin_WhenTheRequestIsWrong_SaysSo(string name, string value, int number)
    {
        var (status, json) = await PostAsync("devicecode", ("client_id", _application.ClientId), ("scope", "Files.Read"), (name, value));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(number, json["error_codes"]![0]!.GetValue<int>());
    }

    private static string Text(JsonNode json, string name) => json[name]!.GetValue<string>();

    private static Uri LinkOf(string page, string name)
    {
        var start = page.IndexOf($"=\"{name}\" href=\"", StringComparison.Ordinal) + $"=\"{name}\" href=\"".Length;
        return new Uri(WebUtility.HtmlDecode(page[start..page.IndexOf('"', start)]), UriKind.Relative);
    }

    private async Task<JsonNode> BeginAsync()
    {
        var (status, json) = await PostAsync(
            "devicecode", ("client_id", _application.ClientId), ("scope", "Files.ReadWrite.All offline_access"));
        Assert.Equal(HttpStatusCode.OK, status);
        return json;
    }

    private Task<(HttpStatusCode Status, JsonNode Json)> PollAsync(JsonNode begun) => PostAsync(
        "token", ("client_id", _application.ClientId), ("grant_type", GrantType), ("device_code", Text(begun, "device_code")));

    private async Task<(HttpStatusCode Status, JsonNode Json)> PostAsync(string endpoint, params (string Name, string Value)[] fields)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in fields)
        {
            form[name] = value;
        }

        using var response = await _client.Http.PostAsync(
            new Uri($"common/oauth2/v2.0/{endpoint}", UriKind.Relative), new FormUrlEncodedContent(form));
        return (response.StatusCode, await EmulatorClient.ReadJsonAsync(response));
    }

    private async Task StartAsync(EmulatorSignInPage page)
    {
        if (_client is not null)
        {
            await _client.DisposeAsync();
        }

        _client = await EmulatorClient.StartAsync(options =>
        {
            options.TimeProvider = _clock;
            options.SignInPage = page;
        });
        _application = _client.Emulator.AddApplication(options => options.IsPublicClient = true);
    }
}
