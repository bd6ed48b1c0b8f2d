using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Faults;

public sealed class ControlEndpointTests : IAsyncLifetime
{
    private EmulatorClient _client = null!;

    public async Task InitializeAsync() => _client = await EmulatorClient.StartAsync();

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Fact]
    public async Task Health_IsGoodWithoutAToken()
    {
        using var response = await _client.Http.GetAsync("_emulator/health");

        Assert.Equal("healthy", (await EmulatorClient.ReadJsonAsync(response))["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task Faults_CanBeAddedListedAndRemovedOverHttp()
    {
        using var added = await PostAsync(
            """
            {"kind":"throttle","operation":"getDrive","after":1,"times":1,"retryAfterSeconds":2.128,"retryAfterForm":"decimalSeconds"}
            """);
        using var listed = await _client.Http.GetAsync("_emulator/faults");
        using var passed = await _client.GetAsync(_client.Drive);
        using var struck = await _client.GetAsync(_client.Drive);
        using var again = await PostAsync("""{"kind":"Status","statusCode":503,"times":9}""");
        using var removed = await _client.Http.DeleteAsync("_emulator/faults");
        using var after = await _client.GetAsync(_client.Drive);

        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        Assert.Equal("Throttle", Assert.Single((await EmulatorClient.ReadJsonAsync(listed)).AsArray())!["kind"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.OK, passed.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, struck.StatusCode);
        Assert.Equal("2.128", struck.Headers.GetValues("Retry-After").Single());
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task Faults_OfEveryKind_CanBeDeclaredOverHttp()
    {
        foreach (var kind in Enum.GetNames<FaultKind>())
        {
            using var response = await PostAsync($$"""{"kind":"{{kind}}","code":"invalid_client"}""");
            Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        }

        Assert.Equal(Enum.GetValues<FaultKind>(), _client.Emulator.Faults.ToList().Select(fault => fault.Kind));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"kind":"Explode"}""")]
    [InlineData("""{"kind":"3"}""")]
    [InlineData("""{"kind":"Throttle","operation":"Everything"}""")]
    [InlineData("""{"kind":"Status","statusCode":99}""")]
    [InlineData("""{"kind":"Status","times":0}""")]
    [InlineData("""{"kind":"Status","after":-1}""")]
    [InlineData("""{"kind":"Status","probability":2}""")]
    [InlineData("""{"kind":"Status","probability":"often"}""")]
    [InlineData("""{"kind":"Stall","bytes":-1}""")]
    [InlineData("""{"kind":"Throttle","retryAfterSeconds":1e300}""")]
    public async Task Faults_ThatMakeNoSense_AreRefused(string json)
    {
        using var response = await PostAsync(json);

        await EmulatorClient.AssertErrorAsync(response, 400, "invalidRequest");
        Assert.Empty(_client.Emulator.Faults.ToList());
    }

    [Fact]
    public async Task Traffic_IsOneJsonObjectPerLine_WithoutTheControlRequestsThemselves()
    {
        using var first = await _client.GetAsync(_client.Drive);
        using var second = await _client.GetAsync($"{_client.Drive}/root");
        var text = await _client.Http.GetStringAsync("_emulator/traffic");
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToArray();
        using var cleared = await _client.Http.DeleteAsync("_emulator/traffic");

        Assert.Equal(["GetDrive", "GetItem"], lines.Select(line => line["operation"]!.GetValue<string>()));
        Assert.Equal([1, 2], lines.Select(line => line["sequence"]!.GetValue<int>()));
        Assert.True(lines[0]["hasAuthorization"]!.GetValue<bool>());
        Assert.Empty(_client.Emulator.Traffic);
    }

    [Theory]
    [InlineData("_emulator/secrets")]
    [InlineData("_emulator/secrets/")]
    [InlineData("_emulator/faults/1/2")]
    public async Task Control_OfSomethingUnknown_Answers404(string path)
    {
        using var response = await _client.Http.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private async Task<HttpResponseMessage> PostAsync(string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        return await _client.Http.PostAsync("_emulator/faults", content);
    }
}
