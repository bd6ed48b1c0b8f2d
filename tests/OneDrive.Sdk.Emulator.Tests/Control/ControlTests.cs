using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Control;

public sealed class ControlTests : IAsyncLifetime
{
    private EmulatorClient _client = null!;

    public async Task InitializeAsync() => _client = await EmulatorClient.StartAsync();

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Fact]
    public async Task Health_SaysThatTheEmulatorIsReady()
    {
        var json = await GetAsync("_emulator/health");

        Assert.Equal("healthy", json["status"]!.GetValue<string>());
        Assert.Equal(2, json["drives"]!.GetValue<int>());
    }

    [Fact]
    public async Task Clock_Moved_LetsTokensExpire()
    {
        using var moved = await _client.PostAsync("_emulator/clock", """{"advanceSeconds":3600}""");
        using var refused = await _client.GetAsync(_client.Drive);
        using var reset = await _client.DeleteAsync("_emulator/clock");
        using var accepted = await _client.GetAsync(_client.Drive);

        Assert.Equal(3600, (await EmulatorClient.ReadJsonAsync(moved))["offsetSeconds"]!.GetValue<double>());
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);
    }

    [Fact]
    public async Task Clock_Set_IsTheTimeOfTheService()
    {
        using var set = await _client.PostAsync("_emulator/clock", """{"now":"2031-02-03T04:05:06Z"}""");
        using var health = await _client.GetAsync("_emulator/health");

        var text = (await EmulatorClient.ReadJsonAsync(health))["now"]!.GetValue<string>();
        var now = DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
        Assert.Equal(new DateTimeOffset(2031, 2, 3, 4, 5, 6, TimeSpan.Zero), now, TimeSpan.FromMinutes(1));
        Assert.Equal(2031, health.Headers.Date!.Value.Year);
    }

    [Theory]
    [InlineData("clock", "{}")]
    [InlineData("clock", """{"advanceSeconds":1e300}""")]
    [InlineData("clock", """{"advanceSeconds":9223372036854775807}""")]
    [InlineData("clock", """{"now":"yesterday"}""")]
    [InlineData("quirks", """{"quirks":[999]}""")]
    [InlineData("quirks", """{"profile":"sunny-day"}""")]
    [InlineData("faults", """[{"kind":"Nonsense"}]""")]
    [InlineData("faults", """[1]""")]
    [InlineData("faults", """{"throttleProfile":"Gentle"}""")]
    public async Task ANonsensicalOrder_IsRefused(string name, string body)
    {
        using var response = await _client.PostAsync($"_emulator/{name}", body);

        await EmulatorClient.AssertErrorAsync(response, 400, "invalidRequest");
    }

    [Fact]
    public async Task Quirks_AreSwitchedByNumberNameAndProfile()
    {
        using var byNumber = await _client.SendAsync(HttpMethod.Put, "_emulator/quirks/9", content: null);
        using var byName = await _client.SendAsync(HttpMethod.Put, "_emulator/quirks/quotasAreZero", content: null);
        Assert.Equal(
            [EmulatorQuirk.FreshSessionsAreNotFound, EmulatorQuirk.QuotasAreZero], _client.Emulator.Quirks.Enabled);

        using var off = await _client.DeleteAsync("_emulator/quirks/9");
        Assert.Equal([EmulatorQuirk.QuotasAreZero], _client.Emulator.Quirks.Enabled);

        using var profile = await _client.PostAsync("_emulator/quirks", """{"profile":"nasty-day","quirks":[13,"hashesAreMissing"]}""");
        var list = (await EmulatorClient.ReadJsonAsync(profile)).AsArray();
        Assert.Contains(list, quirk => quirk!["number"]!.GetValue<int>() == 13 && quirk["enabled"]!.GetValue<bool>());
        Assert.All(list, quirk => Assert.True(!quirk!["nastyDay"]!.GetValue<bool>() || quirk["enabled"]!.GetValue<bool>()));

        using var clear = await _client.DeleteAsync("_emulator/quirks");
        Assert.Empty(_client.Emulator.Quirks.Enabled);
    }

    [Fact]
    public async Task Faults_ComeAsAListAndAsAProfile()
    {
        using var several = await _client.PostAsync(
            "_emulator/faults", """[{"kind":"Stall","operations":["GetItem","GetDrive"]},{"kind":"Delay","delaySeconds":2}]""");
        using var profile = await _client.PostAsync("_emulator/faults", """{"throttleProfile":"Heavy"}""");

        var faults = _client.Emulator.Faults.ToList();
        Assert.Equal(4, faults.Count);
        Assert.Equal([EmulatorOperation.GetItem, EmulatorOperation.GetDrive], faults[0].Operations);
        Assert.Equal(TimeSpan.FromSeconds(2), faults[1].Wait);
        Assert.DoesNotContain(EmulatorOperation.Token, faults[2].Operations);
    }

    [Theory]
    [InlineData("GET", "text/html,*/*")]
    [InlineData("GET", "*/*")]
    [InlineData("HEAD", "*/*")]
    public async Task TheRoot_LeadsToTheConsole(string method, string accept)
    {
        using var response = await _client.SendAnonymouslyAsync(new HttpMethod(method), "/", null, ("Accept", accept));

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/_emulator", response.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("Host", "rebound.example")]
    [InlineData("Host", "rebound.example:80")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task AWebPageOfAnotherOrigin_ControlsNothing(string header, string value)
    {
        using var response = await _client.PostAsync("_emulator/faults", """{"kind":"Stall"}""", (header, value));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(_client.Emulator.Faults.ToList());
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("emulator:5005")]
    [InlineData("[::1]:80")]
    public async Task ANameThatCannotBeRebound_Controls(string host)
    {
        using var response = await _client.PostAsync(
            "_emulator/faults", """{"kind":"Stall"}""", ("Host", host), ("Origin", $"http://{host}"));

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    private async Task<JsonNode> GetAsync(string path)
    {
        using var response = await _client.SendAnonymouslyAsync(HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await EmulatorClient.ReadJsonAsync(response);
    }
}
