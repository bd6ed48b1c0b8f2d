using System.Net;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Tests.Authentication;
using OneDrive.Sdk.Tests.Http;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.Tests.Threats;

/// <summary>Answers that are made to exhaust whoever reads them.</summary>
[Trait("Threat", "T13")]
public sealed class JsonBombTests : IDisposable
{
    private const int Million = 1_000_000;

    private readonly ScriptedTransport _transport = new();
    private readonly FakeTokenEndpoint _endpoint = new();
    private readonly OneDriveClient _client;

    public JsonBombTests()
    {
        var options = new OneDriveOptions();
        options.Retry.Mode = RetryMode.None;
        _client = new OneDriveClient(new CountingTokens(), options, _transport);
    }

    public static TheoryData<string> Bombs =>
    [
        new string('[', Million),
        string.Concat(Enumerable.Repeat("{\"a\":", Million)),
        "{\"name\":" + new string('[', Million) + new string(']', Million) + "}",
        "\"" + new string('a', Million),
        "null",
        "",
    ];

    public void Dispose()
    {
        _client.Dispose();
        _transport.Dispose();
        _endpoint.Dispose();
    }

    [Theory]
    [MemberData(nameof(Bombs))]
    public async Task AnAnswerOfTheService_IsRefused(string json)
    {
        _transport.Answer(200, json);

        await Assert.ThrowsAsync<OneDriveConnectionException>(() => _client.Drives.GetAsync(DriveAddress.Me));
    }

    [Fact]
    public async Task AnAnswerWithHalfACharacter_IsReadWithoutIt()
    {
        _transport.Answer(200, "{\"id\":\"a\\ud800b\"}");

        Assert.Equal("a\uFFFDb", (await _client.Drives.GetAsync(DriveAddress.Me)).Id);
    }

    [Theory]
    [MemberData(nameof(Bombs))]
    public async Task AnErrorOfTheService_IsStillAnError(string json)
    {
        _transport.Answer(404, json);

        await Assert.ThrowsAsync<ItemNotFoundException>(() => _client.Drives.GetAsync(DriveAddress.Me));
    }

    [Theory]
    [MemberData(nameof(Bombs))]
    public async Task AnAnswerOfTheTokenEndpoint_IsRefused(string json)
    {
        _endpoint.Then(FakeTokenEndpoint.Json(HttpStatusCode.OK, json));

        await Assert.ThrowsAsync<OneDriveAuthenticationException>(GetTokenAsync);
    }

    [Fact]
    public async Task ANumberThatCannotBe_IsNoNumber()
    {
        _transport.Answer(200, """{"id":"1","quota":{"total":1e9999,"used":-1e9999}}""");

        Assert.Null((await _client.Drives.GetAsync(DriveAddress.Me)).Quota!.Total);
    }

    [Fact]
    public async Task AMemberThatComesTwice_IsReadOnce()
    {
        _transport.Answer(200, """{"id":"first","id":"second"}""");

        Assert.Equal("second", (await _client.Drives.GetAsync(DriveAddress.Me)).Id);
    }

    [Fact]
    public async Task AnAnswerWithoutAnEnd_IsGivenUp()
    {
        _transport.Then((_, _) => Task.FromResult(Endless()));

        await Assert.ThrowsAsync<OneDriveConnectionException>(() => _client.Drives.GetAsync(DriveAddress.Me));
    }

    [Fact]
    public async Task AnErrorWithoutAnEnd_IsStillAnError()
    {
        var endless = Endless();
        endless.StatusCode = HttpStatusCode.NotFound;
        _transport.Then((_, _) => Task.FromResult(endless));

        await Assert.ThrowsAsync<ItemNotFoundException>(() => _client.Drives.GetAsync(DriveAddress.Me));
    }

    [Fact]
    public async Task ATokenAnswerWithoutAnEnd_IsGivenUp()
    {
        _endpoint.Then(Endless());

        await Assert.ThrowsAsync<OneDriveAuthenticationException>(GetTokenAsync);
    }

    private static HttpResponseMessage Endless() =>
        new(HttpStatusCode.OK) { Content = new StreamContent(new GeneratedStream(long.MaxValue)) };

    private async Task GetTokenAsync()
    {
        using var provider = new ClientSecretTokenProvider(
            new() { TenantId = "contoso.com", ClientId = "client-1", ClientSecret = "secret" }, transport: _endpoint);
        await provider.GetTokenAsync(Authentication.Requests.ForGraph(), CancellationToken.None);
    }
}
