using System.Net;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.Tests.Authentication.DeviceCode;

/// <summary>What a sign-in with a code sends, and which answers it does not trust.</summary>
public sealed class DeviceCodeFlowTests : IDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly FakeTokenEndpoint _endpoint = new();

    public void Dispose() => _endpoint.Dispose();

    [Fact]
    public async Task BeginAsync_AsksTheTenantsEndpointForACode()
    {
        _endpoint.Then(Begun());
        using var flow = Create(options =>
        {
            options.TenantId = "contoso.onmicrosoft.com";
            options.Language = "de-DE";
        });

        await flow.BeginAsync("me", new BeginDeviceCodeOptions { AdditionalScopes = ["openid"] });

        var sent = _endpoint.Requests.Single();
        Assert.Equal("https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/devicecode?mkt=de-DE", sent.Address.AbsoluteUri);
        Assert.Equal("Files.ReadWrite.All offline_access User.Read openid profile", sent["scope"]);
        Assert.Equal(["client_id", "scope", "claims"], sent.Names);
    }

    [Fact]
    public async Task CompleteAsync_AsksWithTheCodeAndTheClaims()
    {
        _endpoint.Then(Begun()).Then(FakeTokenEndpoint.Token("token-1"));
        using var flow = Create();
        var prompt = await flow.BeginAsync("me", new BeginDeviceCodeOptions { Claims = """{"access_token":{"nbf":{"value":"1"}}}""" });
        var completing = flow.CompleteAsync(prompt);
        _clock.Advance(await _clock.WaitForTimerAsync(due => due == prompt.Interval));

        await completing;

        var sent = _endpoint.Requests[1];
        Assert.Equal("urn:ietf:params:oauth:grant-type:device_code", sent["grant_type"]);
        Assert.Equal("device-1", sent["device_code"]);
        Assert.Equal("""{"access_token":{"nbf":{"value":"1"},"xms_cc":{"values":["cp1"]}}}""", sent["claims"]);
        Assert.Equal("https://login.microsoftonline.com/common/oauth2/v2.0/token", sent.Address.AbsoluteUri);
    }

    [Theory]
    [InlineData("http://microsoft.com/devicelogin")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://microsoft.com@attacker.example/")]
    [InlineData("/devicelogin")]
    [InlineData("")]
    public async Task BeginAsync_WhenTheAddressIsNoSecureOne_ShowsNothing(string address)
    {
        _endpoint.Then(Begun(address: address));
        using var flow = Create();

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => flow.BeginAsync("me"));

        Assert.Contains("not https", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("A\\u0007B")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task BeginAsync_WhenTheCodeCannotBeTyped_ShowsNothing(string code)
    {
        _endpoint.Then(Begun(userCode: code));
        using var flow = Create();

        await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => flow.BeginAsync("me"));
    }

    [Theory]
    [InlineData("5", 5)]
    [InlineData("\"7\"", 7)]
    [InlineData("0", 1)]
    [InlineData("-3", 5)]
    [InlineData("99999999", 60)]
    [InlineData("1e300", 5)]
    [InlineData("null", 5)]
    public async Task BeginAsync_WithAnAbsurdInterval_UsesASensibleOne(string interval, int seconds)
    {
        _endpoint.Then(Begun(interval: interval));
        using var flow = Create();

        Assert.Equal(TimeSpan.FromSeconds(seconds), (await flow.BeginAsync("me")).Interval);
    }

    [Theory]
    [InlineData("900", 900)]
    [InlineData("0", 900)]
    [InlineData("-1", 900)]
    [InlineData("99999999", 3600)]
    public async Task BeginAsync_WithAnAbsurdLifetime_UsesASensibleOne(string lifetime, int seconds)
    {
        _endpoint.Then(Begun(lifetime: lifetime));
        using var flow = Create();

        Assert.Equal(_clock.GetUtcNow() + TimeSpan.FromSeconds(seconds), (await flow.BeginAsync("me")).ExpiresOn);
    }

    [Fact]
    public async Task BeginAsync_WithoutWordsOfTheService_UsesItsOwn()
    {
        _endpoint.Then(Begun(message: ""));
        using var flow = Create();

        Assert.Equal(
            "To sign in, open the page https://microsoft.com/devicelogin in a browser and enter the code USERCODE1.",
            (await flow.BeginAsync("me")).Message);
    }

    [Fact]
    public async Task BeginAsync_WithWordsThatWouldDisturbATerminal_TakesTheDisturbanceOut()
    {
        _endpoint.Then(Begun(message: "Open\\u001b[2J\\nthis"));
        using var flow = Create();

        Assert.Equal("Open [2J this", (await flow.BeginAsync("me")).Message);
    }

    [Fact]
    public async Task CompleteAsync_NeverShowsTheDeviceCode()
    {
        _endpoint.Then(Begun())
            .Then(FakeTokenEndpoint.Error(HttpStatusCode.BadRequest, "invalid_grant", 70018, "device_code device-1 is bad."));
        using var flow = Create();
        var prompt = await flow.BeginAsync("me");
        var completing = flow.CompleteAsync(prompt);
        _clock.Advance(await _clock.WaitForTimerAsync(due => due == prompt.Interval));

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => completing);

        Assert.DoesNotContain("device-1", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("device-1", prompt.Ticket.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Options_ThatCannotWork_AreNamedBeforeAnythingIsSent()
    {
        var failure = Assert.Throws<ArgumentException>(() => Create(options =>
        {
            options.ClientId = " ";
            options.TenantId = "not a tenant";
            options.Scopes = ["offline_access"];
            options.Language = "de DE";
            options.UserKey = "";
            options.MaxRetryAfter = TimeSpan.FromSeconds(-1);
        }));

        foreach (var name in (string[])["ClientId", "TenantId", "Scopes", "Language", "UserKey", "MaxRetryAfter"])
        {
            Assert.Contains(name, failure.Message, StringComparison.Ordinal);
        }
    }

    private static HttpResponseMessage Begun(
        string address = "https://microsoft.com/devicelogin",
        string userCode = "USERCODE1",
        string interval = "5",
        string lifetime = "900",
        string message = "Open the page.") => FakeTokenEndpoint.Json(
        HttpStatusCode.OK,
        $$"""
        {"device_code":"device-1","user_code":"{{userCode}}","verification_uri":"{{address}}","interval":{{interval}},
        "expires_in":{{lifetime}},"message":"{{message}}"}
        """);

    private DeviceCodeFlow Create(Action<DeviceCodeOptions>? configure = null)
    {
        var options = new DeviceCodeOptions { ClientId = "11111111-2222-3333-4444-555555555555" };
        configure?.Invoke(options);
        return new DeviceCodeFlow(options, transport: _endpoint, timeProvider: _clock);
    }
}
