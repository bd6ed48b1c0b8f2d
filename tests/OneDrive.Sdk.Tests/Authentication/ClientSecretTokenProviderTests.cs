using System.Net;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.Tests.Authentication;

/// <summary>The conversation with the token endpoint, and what becomes of its answers.</summary>
public sealed class ClientSecretTokenProviderTests : IDisposable
{
    private readonly SkippingTimeProvider _clock = new(due => due == TimeSpan.FromSeconds(30));
    private readonly FakeTokenEndpoint _endpoint = new();
    private readonly RecordingLoggerFactory _log = new();

    public void Dispose() => _endpoint.Dispose();

    [Fact]
    public async Task GetTokenAsync_SendsTheFormOfTheClientCredentialsGrant()
    {
        using var provider = Create(
            new() { TenantId = "contoso.com", ClientId = "client-1", ClientSecret = "a b+c&d=é~" }, OneDriveCloud.China);

        await provider.GetTokenAsync(new() { Resource = new Uri("https://microsoftgraph.chinacloudapi.cn") }, CancellationToken.None);

        var sent = Assert.Single(_endpoint.Requests);
        Assert.Equal("https://login.partner.microsoftonline.cn/contoso.com/oauth2/v2.0/token", sent.Address.AbsoluteUri);
        Assert.Equal(["client_id", "grant_type", "scope", "client_secret"], sent.Names);
        Assert.Equal("client-1", sent["client_id"]);
        Assert.Equal("client_credentials", sent["grant_type"]);
        Assert.Equal("https://microsoftgraph.chinacloudapi.cn/.default", sent["scope"]);
        Assert.Equal("a b+c&d=é~", sent["client_secret"]);
        Assert.Equal("application/json", sent.Headers["Accept"]);
        Assert.True(Guid.TryParse(sent.Headers["client-request-id"], out _));
        Assert.DoesNotContain("Origin", sent.Headers.Keys);
        Assert.True(provider.IsApplicationOnly);
    }

    [Fact]
    public async Task GetTokenAsync_ForTheRootOfASharePointSite_AsksForItsOrigin()
    {
        using var provider = Create();

        await provider.GetTokenAsync(
            new() { Resource = new Uri("https://contoso-my.sharepoint.com/personal/x/_api/v2.0") }, CancellationToken.None);

        Assert.Equal("https://contoso-my.sharepoint.com/.default", Assert.Single(_endpoint.Requests)["scope"]);
    }

    [Fact]
    public async Task GetTokenAsync_WithClaims_PassesThemOn()
    {
        using var provider = Create();

        await provider.GetTokenAsync(Requests.ForGraph(claims: """{"a":1}"""), CancellationToken.None);

        Assert.Equal("""{"a":1}""", Assert.Single(_endpoint.Requests)["claims"]);
    }

    [Fact]
    public async Task GetTokenAsync_WithNamedScopes_RefusesSinceAnApplicationCannotChoose()
    {
        using var provider = Create();
        var request = new AccessTokenRequest { Resource = new Uri("https://graph.microsoft.com"), Scopes = ["Files.Read"] };

        var failure = await Assert.ThrowsAsync<ArgumentException>(() => provider.GetTokenAsync(request, CancellationToken.None).AsTask());

        Assert.Contains(".default", failure.Message, StringComparison.Ordinal);
        Assert.Empty(_endpoint.Requests);
    }

    [Fact]
    public async Task GetTokenAsync_ForAResourceWithoutHttps_Refuses()
    {
        using var provider = Create();

        await Assert.ThrowsAsync<ArgumentException>(
            () => provider.GetTokenAsync(new() { Resource = new Uri("http://graph.microsoft.com") }, CancellationToken.None).AsTask());
    }

    [Fact]
    public async Task GetTokenAsync_ForAResourceOfAnotherCloud_SaysWhichSettingIsWrong()
    {
        using var provider = Create(
            new() { TokenUrl = "https://login.microsoftonline.us/contoso.us/oauth2/v2.0/token", ClientId = "c", ClientSecret = "s" });

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(
            () => provider.GetTokenAsync(Requests.ForGraph(), CancellationToken.None).AsTask());

        Assert.Contains("OneDriveOptions.Cloud", failure.Hint, StringComparison.Ordinal);
        Assert.Empty(_endpoint.Requests);
    }

    [Fact]
    public async Task GetTokenAsync_WithASecretProvider_AsksItForEachRequest()
    {
        var secret = "first";
        using var provider = Create(new()
        {
            TenantId = "contoso.com",
            ClientId = "client-1",
            ClientSecretProvider = _ => ValueTask.FromResult(secret),
        });

        var token = await GetAsync(provider);
        secret = "second";
        await provider.GetTokenAsync(Requests.ForGraph(rejected: token), CancellationToken.None);

        Assert.Equal(["first", "second"], _endpoint.Requests.Select(sent => sent["client_secret"]));
    }

    [Theory]
    [InlineData("""{"token_type":"Bearer","expires_in":3599,"access_token":"t"}""", 3599)]
    [InlineData("""{"token_type":"bearer","expires_in":"3599","access_token":"t"}""", 3599)]
    [InlineData("""{"token_type":"Bearer","access_token":"t"}""", 300)]
    [InlineData("""{"token_type":"Bearer","expires_in":-1,"access_token":"t"}""", 300)]
    [InlineData("""{"token_type":"Bearer","expires_in":0,"access_token":"t"}""", 300)]
    [InlineData("""{"token_type":"Bearer","expires_in":604801,"access_token":"t"}""", 300)]
    [InlineData("""{"token_type":"Bearer","expires_in":1e999,"access_token":"t"}""", 300)]
    [InlineData("""{"token_type":"Bearer","expires_in":"NaN","access_token":"t"}""", 300)]
    [InlineData("""{"token_type":"Bearer","expires_in":{},"access_token":"t"}""", 300)]
    public async Task GetTokenAsync_ReadsTheLifetimeInEveryForm(string json, int seconds)
    {
        _endpoint.Then(FakeTokenEndpoint.Json(HttpStatusCode.OK, json));
        var clock = new ManualTimeProvider();
        using var provider = new ClientSecretTokenProvider(Options(), transport: _endpoint, timeProvider: clock);

        var token = await GetAsync(provider);

        Assert.Equal(clock.GetUtcNow().AddSeconds(seconds), token.ExpiresOn);
    }

    [Fact]
    public async Task GetTokenAsync_ReadsWhenToRefresh()
    {
        _endpoint.Then(
            FakeTokenEndpoint.Token("t", ""","refresh_in":"1800" """)).Then(FakeTokenEndpoint.Token("u", ""","refresh_in":3600"""));
        var clock = new ManualTimeProvider();
        using var provider = new ClientSecretTokenProvider(Options(), transport: _endpoint, timeProvider: clock);

        var token = await GetAsync(provider);
        var next = await provider.GetTokenAsync(Requests.ForGraph(rejected: token), CancellationToken.None);

        Assert.Equal(clock.GetUtcNow().AddSeconds(1800), token.RefreshOn);
        Assert.Null(next.RefreshOn);
    }

    [Theory]
    [InlineData("""{"token_type":"MAC","access_token":"canary"}""", "token_type")]
    [InlineData("""{"access_token":"canary"}""", "token_type")]
    [InlineData("""{"token_type":"Bearer"}""", "access_token")]
    [InlineData("""{"token_type":"Bearer","access_token":"canary\r\nX: y"}""", "access_token")]
    [InlineData("""<html>canary</html>""", "not a JSON token response")]
    [InlineData("""["canary"]""", "not a JSON token response")]
    public async Task GetTokenAsync_WhenTheAnswerIsNoToken_SaysSoAndDoesNotRepeat(string body, string expected)
    {
        _endpoint.Then(FakeTokenEndpoint.Json(HttpStatusCode.OK, body));

        var failure = await FailAsync<OneDriveAuthenticationException>();

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
        Assert.Single(_endpoint.Requests);
    }

    [Fact]
    public async Task GetTokenAsync_WhenTheAnswerIsHuge_StopsReading()
    {
        _endpoint.Then(FakeTokenEndpoint.Json(HttpStatusCode.OK, new string(' ', (1024 * 1024) + 1)));

        var failure = await FailAsync<OneDriveAuthenticationException>();

        Assert.Contains("longer than 1 MiB", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetTokenAsync_WhenTheAnswerIsNestedWithoutEnd_SaysSo()
    {
        _endpoint.Then(FakeTokenEndpoint.Json(HttpStatusCode.OK, new string('[', 100_000)));

        await FailAsync<OneDriveAuthenticationException>();
    }

    [Fact]
    public async Task GetTokenAsync_WhenRedirected_DoesNotFollowWithTheSecret()
    {
        var redirect = new HttpResponseMessage(
            HttpStatusCode.TemporaryRedirect)
        { Headers = { Location = new Uri("https://evil.example/") } };
        _endpoint.Then(redirect);

        var failure = await FailAsync<OneDriveAuthenticationException>();

        Assert.Contains("redirect", failure.Message, StringComparison.Ordinal);
        Assert.Single(_endpoint.Requests);
    }

    [Fact]
    public async Task GetTokenAsync_WhenRefused_TellsEverythingThatHelps()
    {
        _endpoint.Then(FakeTokenEndpoint.Error(HttpStatusCode.Unauthorized, "invalid_client", 7000215, "Invalid client secret provided."));

        var failure = await FailAsync<OneDriveAuthenticationException>();

        Assert.Equal("invalid_client", failure.Error);
        Assert.Equal("AADSTS7000215", failure.AadstsCode);
        Assert.Equal("c-1", failure.CorrelationId);
        Assert.Equal("t-1", failure.TraceId);
        Assert.Contains("not its Secret ID", failure.Hint, StringComparison.Ordinal);
        Assert.False(failure.RequiresSignIn);
        Assert.False(failure.IsTransient);
        Assert.Equal(
            "Sign-in of application client-1 in tenant contoso.com: 401 invalid_client — AADSTS7000215: Invalid client secret provided. "
            + $"Hint: {failure.Hint} (correlation-id c-1)",
            failure.Message);
        Assert.Single(_endpoint.Requests);
    }

    [Fact]
    public async Task GetTokenAsync_WhenClaimsAreDemanded_PassesThemToTheCaller()
    {
        _endpoint.Then(FakeTokenEndpoint.Json(
            HttpStatusCode.BadRequest, """{"error":"interaction_required","suberror":"basic_action","claims":"{\"a\":1}","error_codes":[50076]}"""));

        var failure = await FailAsync<OneDriveAuthenticationException>();

        Assert.True(failure.RequiresSignIn);
        Assert.Equal("basic_action", failure.SubError);
        Assert.Equal("""{"a":1}""", failure.Claims);
    }

    private static ClientSecretOptions Options() => new() { TenantId = "contoso.com", ClientId = "client-1", ClientSecret = "s3cret" };

    private static async Task<AccessToken> GetAsync(ClientSecretTokenProvider provider) =>
        await provider.GetTokenAsync(Requests.ForGraph(), CancellationToken.None);

    private async Task<TException> FailAsync<TException>()
        where TException : Exception
    {
        using var provider = Create();
        return await Assert.ThrowsAsync<TException>(() => GetAsync(provider));
    }

    private ClientSecretTokenProvider Create(ClientSecretOptions? options = null, OneDriveCloud? cloud = null) =>
        new(options ?? Options(), cloud, _endpoint, _log, _clock);
}
