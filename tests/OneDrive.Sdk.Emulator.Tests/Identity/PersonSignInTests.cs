using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Identity;

/// <summary>People sign in over plain HTTP: page, code, tokens, refresh.</summary>
public sealed class PersonSignInTests : IAsyncLifetime
{
    private const string Secret = "secret";

    private readonly MovableClock _clock = new();
    private EmulatorClient _client = null!;
    private PersonSignIn _web = null!;

    public async Task InitializeAsync() => await StartAsync();

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Fact]
    public async Task Authorize_AnswersWithCodeAndStateAtTheRegisteredAddress()
    {
        using var response = await _web.AuthorizeAsync();

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.StartsWith(PersonSignIn.Callback + "?", response.Headers.Location!.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal("state & 1", PersonSignIn.Query(response.Headers.Location)["state"]);
    }

    [Fact]
    public async Task Authorize_AsAForm_PostsCodeAndState()
    {
        using var response = await _web.AuthorizeAsync(("response_mode", "form_post"));
        var page = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains($"<form method=\"post\" action=\"{PersonSignIn.Callback}\">", page, StringComparison.Ordinal);
        Assert.Contains("name=\"state\" value=\"state &amp; 1\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"code\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("redirect_uri", "https://attacker.example/", 50011)]
    [InlineData("redirect_uri", "https://app.example/callback/", 50011)]
    [InlineData("redirect_uri", null, 900144)]
    [InlineData("client_id", "nobody", 700016)]
    [InlineData("client_id", null, 900144)]
    public async Task Authorize_WhenTheApplicationIsInDoubt_ShowsAPageAndRedirectsNowhere(string name, string? value, int number)
    {
        using var response = await _web.AuthorizeAsync((name, value));

        Assert.Null(response.Headers.Location);
        Assert.Contains($"AADSTS{number}", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("response_type", "token", "unsupported_response_type")]
    [InlineData("response_mode", "telepathy", "invalid_request")]
    [InlineData("scope", "Files.Read https://graph.microsoft.com/.default", "invalid_scope")]
    [InlineData("scope", "https://other.example/Read", "invalid_resource")]
    [InlineData("scope", null, "invalid_request")]
    [InlineData("code_challenge", "short", "invalid_request")]
    [InlineData("login_hint", "nobody@contoso.example", "invalid_request")]
    public async Task Authorize_WhenTheRequestIsWrong_SaysSoInTheRedirect(string name, string? value, string error)
    {
        using var response = await _web.AuthorizeAsync((name, value));

        var query = PersonSignIn.Query(response.Headers.Location!);
        Assert.Equal((error, "state & 1"), (query["error"], query["state"]));
        Assert.StartsWith("AADSTS", query["error_description"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Authorize_WithAClickablePage_WaitsForTheClick()
    {
        await StartAsync(options => options.SignInPage = EmulatorSignInPage.Clickable);

        using var response = await _web.AuthorizeAsync();
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("Accept as adele@contoso.example", page, StringComparison.Ordinal);
        var accept = page.Split("class=\"user\" href=\"")[1].Split('"')[0];
        var cancel = page.Split("id=\"cancel\" href=\"")[1].Split('"')[0];

        using var accepted = await _client.Http.GetAsync(new Uri(accept, UriKind.Relative));
        using var cancelled = await _client.Http.GetAsync(new Uri(cancel, UriKind.Relative));
        using var silent = await _web.AuthorizeAsync(("prompt", "none"));

        Assert.True(PersonSignIn.Query(accepted.Headers.Location!).ContainsKey("code"));
        Assert.Equal("access_denied", PersonSignIn.Query(cancelled.Headers.Location!)["error"]);
        Assert.Equal("login_required", PersonSignIn.Query(silent.Headers.Location!)["error"]);
    }

    [Fact]
    public async Task Redeem_AnswersTokensThatGraphTakesForThePerson()
    {
        var (status, json) = await _web.RedeemAsync(await _web.GetCodeAsync());

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(3600, json["expires_in"]!.GetValue<int>());
        Assert.NotNull(json["refresh_token"]);
        Assert.Null(json["id_token"]);
        _client.Token = json["access_token"]!.GetValue<string>();
        using var me = await _client.GetAsync("v1.0/me/drive");
        Assert.Equal(HttpStatusCode.OK, me.StatusCode);
    }

    [Fact]
    public async Task Redeem_ASecondTime_RevokesTheSignIn()
    {
        var code = await _web.GetCodeAsync();
        var (_, first) = await _web.RedeemAsync(code);

        var (status, second) = await _web.RedeemAsync(code);
        var (_, refreshed) = await _web.RefreshAsync(first["refresh_token"]!.GetValue<string>());

        Assert.Equal((HttpStatusCode.BadRequest, 54005), (status, Number(second)));
        Assert.Equal(50173, Number(refreshed));
    }

    [Theory]
    [InlineData("code_verifier", "another-verifier-another-verifier-another-v", 501481)]
    [InlineData("code_verifier", "short", 501481)]
    [InlineData("redirect_uri", "https://app.example/other", 50011)]
    [InlineData("code", "made-up", 9002313)]
    [InlineData("client_secret", "wrong", 7000215)]
    [InlineData("scope", "Sites.FullControl.All", 65001)]
    public async Task Redeem_WhenSomethingDoesNotFit_Refuses(string name, string value, int number)
    {
        var (status, json) = await _web.RedeemAsync(await _web.GetCodeAsync(), (name, value));

        Assert.NotEqual(HttpStatusCode.OK, status);
        Assert.Equal(number, Number(json));
    }

    [Fact]
    public async Task Redeem_WhenTheCodeIsOld_Refuses()
    {
        var code = await _web.GetCodeAsync();
        _clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(70008, Number((await _web.RedeemAsync(code)).Json));
    }

    [Fact]
    public async Task Redeem_WithTheCodeOfAnotherApplication_Refuses()
    {
        var other = _client.Emulator.AddApplication(application => application.ClientSecret = Secret);

        var (_, json) = await new PersonSignIn(_client, other, Secret).RedeemAsync(await _web.GetCodeAsync());

        Assert.Equal("invalid_grant", json["error"]!.GetValue<string>());
    }

    [Fact]
    public async Task Redeem_AsAPublicClient_TakesNoSecret()
    {
        var application = _client.Emulator.AddApplication(options =>
        {
            options.IsPublicClient = true;
            options.RedirectUris.Add(new Uri(PersonSignIn.Callback));
        });
        var desktop = new PersonSignIn(_client, application, secret: null);

        Assert.Equal(HttpStatusCode.OK, (await desktop.RedeemAsync(await desktop.GetCodeAsync())).Status);
        var (_, json) = await desktop.RedeemAsync(await desktop.GetCodeAsync(), ("client_secret", Secret));
        Assert.Equal(700025, Number(json));
    }

    [Theory]
    [InlineData("http://localhost:50123/", true)]
    [InlineData("http://localhost:50123", true)]
    [InlineData("http://localhost:50123/other", false)]
    [InlineData("http://127.0.0.1:50123/", false)]
    [InlineData("https://localhost:50123/", false)]
    public async Task Authorize_ForLocalhost_OverlooksThePortOnly(string address, bool isAccepted)
    {
        var sample = new PersonSignIn(_client, _client.Emulator.DefaultApplication, OneDriveEmulator.DefaultClientSecret);

        using var response = await sample.AuthorizeAsync(("redirect_uri", address));

        Assert.Equal(isAccepted, response.StatusCode == HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData(EmulatorRefreshTokens.Renewed, true, true)]
    [InlineData(EmulatorRefreshTokens.SingleUse, true, false)]
    [InlineData(EmulatorRefreshTokens.Kept, false, true)]
    public async Task Refresh_FollowsThePolicy(EmulatorRefreshTokens policy, bool bringsNew, bool keepsOld)
    {
        await StartAsync(options => options.RefreshTokens = policy);
        var (_, json) = await _web.RedeemAsync(await _web.GetCodeAsync());
        var old = json["refresh_token"]!.GetValue<string>();

        var (status, first) = await _web.RefreshAsync(old);
        var (again, _) = await _web.RefreshAsync(old);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(bringsNew, first["refresh_token"] is not null);
        Assert.Equal(keepsOld, again == HttpStatusCode.OK);
        if (policy == EmulatorRefreshTokens.SingleUse)
        {
            // Whoever has the old one stole it, or was stolen from: nobody goes on.
            Assert.Equal(50173, Number((await _web.RefreshAsync(first["refresh_token"]!.GetValue<string>())).Json));
        }
    }

    [Fact]
    public async Task Refresh_AfterNinetyDaysOrARevocation_Refuses()
    {
        var (_, json) = await _web.RedeemAsync(await _web.GetCodeAsync());
        var token = json["refresh_token"]!.GetValue<string>();
        _client.Emulator.RevokeSignIns(_client.Emulator.DefaultUser);
        Assert.Equal(50173, Number((await _web.RefreshAsync(token)).Json));

        (_, json) = await _web.RedeemAsync(await _web.GetCodeAsync());
        _clock.Advance(TimeSpan.FromDays(90));
        Assert.Equal(700082, Number((await _web.RefreshAsync(json["refresh_token"]!.GetValue<string>())).Json));
    }

    [Fact]
    public async Task Graph_AllowsWhatWasGrantedOnly()
    {
        var (_, json) = await _web.RedeemAsync(await _web.GetCodeAsync(("scope", "Files.Read")));
        _client.Token = json["access_token"]!.GetValue<string>();
        _client.Emulator.DefaultUser.WithFile("a.txt", [1]);

        using var read = await _client.GetAsync("v1.0/me/drive/root");
        using var written = await _client.DeleteAsync("v1.0/me/drive/root:/a.txt");
        using var users = await _client.GetAsync("v1.0/users");

        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        await EmulatorClient.AssertErrorAsync(written, 403, "accessDenied");
        await EmulatorClient.AssertErrorAsync(users, 403, "accessDenied");
    }

    [Fact]
    public async Task Graph_WhenClaimsAreDemanded_ChallengesTokensWithoutThem()
    {
        const string Claims = "{\"access_token\":{\"nbf\":{\"value\":\"1\"}}}";
        var (_, json) = await _web.RedeemAsync(await _web.GetCodeAsync());
        _client.Token = json["access_token"]!.GetValue<string>();
        _client.Emulator.DemandClaims(Claims);

        using var refused = await _client.GetAsync("v1.0/me/drive");
        var challenge = refused.Headers.WwwAuthenticate.ToString();
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Contains("error=\"insufficient_claims\"", challenge, StringComparison.Ordinal);
        Assert.Contains(Convert.ToBase64String(Encoding.UTF8.GetBytes(Claims)), challenge, StringComparison.Ordinal);

        (_, json) = await _web.RefreshAsync(json["refresh_token"]!.GetValue<string>(), ("claims", Claims));
        _client.Token = json["access_token"]!.GetValue<string>();
        using var accepted = await _client.GetAsync("v1.0/me/drive");
        Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);
    }

    private static int Number(JsonNode json) => json["error_codes"]![0]!.GetValue<int>();

    private async Task StartAsync(Action<EmulatorOptions>? configure = null)
    {
        if (_client is not null)
        {
            await _client.DisposeAsync();
        }

        _client = await EmulatorClient.StartAsync(options =>
        {
            options.TimeProvider = _clock;
            configure?.Invoke(options);
        });
        var application = _client.Emulator.AddApplication(options =>
        {
            options.ClientSecret = Secret;
            options.RedirectUris.Add(new Uri(PersonSignIn.Callback));
        });
        _web = new PersonSignIn(_client, application, Secret);
    }
}
