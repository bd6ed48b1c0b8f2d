using System.Net;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.Tests.Authentication.OnBehalfOf;

/// <summary>What an exchange of a person's token sends, keeps and never shows.</summary>
public sealed class OnBehalfOfTokenProviderTests : IDisposable
{
    private const string Assertion = "c4nary-assertion-of-adele";

    private readonly FakeTokenEndpoint _endpoint = new();

    public void Dispose() => _endpoint.Dispose();

    [Fact]
    public async Task GetTokenAsync_SendsTheDocumentedForm()
    {
        using var tokens = Create();

        await tokens.ForUser(Assertion).GetTokenAsync(Requests.ForGraph(), CancellationToken.None);

        var sent = _endpoint.Requests.Single();
        Assert.Equal("https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token", sent.Address.AbsoluteUri);
        Assert.Equal("urn:ietf:params:oauth:grant-type:jwt-bearer", sent["grant_type"]);
        Assert.Equal((Assertion, "on_behalf_of"), (sent["assertion"], sent["requested_token_use"]));
        Assert.Equal("https://graph.microsoft.com/.default", sent["scope"]);
        Assert.Equal(("app", "secret"), (sent["client_id"], sent["client_secret"]));
        Assert.Equal("""{"access_token":{"xms_cc":{"values":["cp1"]}}}""", sent["claims"]);
    }

    [Theory]
    [InlineData("Files.Read", "https://graph.microsoft.com")]
    [InlineData("https://contoso-my.sharepoint.com/MyFiles.Read", "https://contoso-my.sharepoint.com")]
    public async Task GetTokenAsync_WithScopes_AsksForThem(string scope, string resource)
    {
        using var tokens = Create(options => options.Scopes = [scope]);

        await tokens.ForUser(Assertion).GetTokenAsync(new AccessTokenRequest { Resource = new Uri(resource) }, CancellationToken.None);

        Assert.Equal(scope, _endpoint.Requests.Single()["scope"]);
    }

    [Fact]
    public async Task GetTokenAsync_ForAnotherResourceThanTheScopes_SendsNothing()
    {
        using var tokens = Create(options => options.Scopes = ["Files.Read"]);

        await Assert.ThrowsAsync<OneDriveAuthenticationException>(async () => await tokens.ForUser(Assertion).GetTokenAsync(
            new AccessTokenRequest { Resource = new Uri("https://attacker.example") }, CancellationToken.None));

        Assert.Empty(_endpoint.Requests);
    }

    [Fact]
    public async Task GetTokenAsync_WhenTheAnswerRepeatsTheAssertion_DoesNotShowIt()
    {
        _endpoint.Then(FakeTokenEndpoint.Error(HttpStatusCode.BadRequest, "invalid_grant", 50013, $"The assertion {Assertion} is bad."));
        using var log = new RecordingLoggerFactory();
        using var tokens = Create(log: log);

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(
            async () => await tokens.ForUser(Assertion).GetTokenAsync(Requests.ForGraph(), CancellationToken.None));

        Assert.DoesNotContain("c4nary", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("c4nary", tokens.ForUser(Assertion).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetTokenAsync_WithoutAPerson_SaysWhatIsMissing()
    {
        using var tokens = Create();

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await tokens.GetTokenAsync(Requests.ForGraph(), CancellationToken.None));

        Assert.Contains("UserAssertionProvider", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetTokenAsync_ForgetsThePeopleWhoDoNotComeBack()
    {
        var clock = new ManualTimeProvider();
        using var tokens = Create(clock: clock);
        await tokens.ForUser("adele").GetTokenAsync(Requests.ForGraph(), CancellationToken.None);
        clock.Advance(TimeSpan.FromMinutes(30));
        await tokens.ForUser("bob").GetTokenAsync(Requests.ForGraph(), CancellationToken.None);
        Assert.Equal(2, tokens.Remembered);

        clock.Advance(TimeSpan.FromMinutes(31));
        await tokens.ForUser("carol").GetTokenAsync(Requests.ForGraph(), CancellationToken.None);

        Assert.Equal(2, tokens.Remembered);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer abc")]
    [InlineData("abc\r\nX: y")]
    public void ForUser_WithWhatIsNoToken_IsRefused(string assertion)
    {
        using var tokens = Create();

        Assert.ThrowsAny<ArgumentException>(() => tokens.ForUser(assertion));
    }

    [Theory]
    [InlineData("common", "secret", "TenantId")]
    [InlineData("organizations", "secret", "TenantId")]
    [InlineData(null, "secret", "TenantId")]
    [InlineData("contoso.onmicrosoft.com", null, "ClientSecret")]
    public void Options_ThatCannotWork_AreNamed(string? tenant, string? secret, string named)
    {
        var failure = Assert.Throws<ArgumentException>(
            () => Create(options => (options.TenantId, options.ClientSecret) = (tenant, secret)));

        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
    }

    private OnBehalfOfTokenProvider Create(
        Action<OnBehalfOfOptions>? configure = null, RecordingLoggerFactory? log = null, TimeProvider? clock = null)
    {
        var options = new OnBehalfOfOptions { TenantId = "contoso.onmicrosoft.com", ClientId = "app", ClientSecret = "secret" };
        configure?.Invoke(options);
        return new OnBehalfOfTokenProvider(options, transport: _endpoint, loggerFactory: log, timeProvider: clock);
    }
}
