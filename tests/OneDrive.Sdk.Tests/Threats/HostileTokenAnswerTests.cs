using System.Net;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Tests.Authentication;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.Tests.Threats;

/// <summary>Numbers that no honest endpoint says, and secrets that look like something else.</summary>
public sealed class HostileTokenAnswerTests : IDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly FakeTokenEndpoint _endpoint = new();

    public void Dispose() => _endpoint.Dispose();

    [Theory]
    [InlineData("1", 1)]
    [InlineData("\"3600\"", 3600)]
    [InlineData("604800", 604800)]
    [InlineData("604801", 300)]
    [InlineData("0", 300)]
    [InlineData("-1", 300)]
    [InlineData("0.5", 300)]
    [InlineData("99999999999999999999", 300)]
    [InlineData("1e300", 300)]
    [InlineData("-1e300", 300)]
    [InlineData("\"NaN\"", 300)]
    [InlineData("\"Infinity\"", 300)]
    [InlineData("\"an hour\"", 300)]
    [InlineData("[3600]", 300)]
    [InlineData("null", 300)]
    [Trait("Threat", "T25")]
    public async Task ALifetimeThatCannotBe_CountsAsFiveMinutes(string expiresIn, int seconds)
    {
        _endpoint.Then(FakeTokenEndpoint.Json(
            HttpStatusCode.OK,
            $$"""{"token_type":"Bearer","access_token":"t","expires_in":{{expiresIn}}}"""));
        using var provider = Create();

        var token = await provider.GetTokenAsync(Authentication.Requests.ForGraph(), CancellationToken.None);

        Assert.Equal(_clock.GetUtcNow().AddSeconds(seconds), token.ExpiresOn);
    }

    [Theory]
    [InlineData("a&client_id=other")]
    [InlineData("a=b+c d%26e")]
    [InlineData("a\r\nHost: evil.example\r\n\r\n")]
    [InlineData("a\0b")]
    [InlineData("ü😀\u2028")]
    [InlineData("#?/\\\"'<>")]
    [Trait("Threat", "T26")]
    public async Task ASecret_IsOneValueWhateverStandsInIt(string secret)
    {
        using var provider = Create(secret);

        await provider.GetTokenAsync(Authentication.Requests.ForGraph(), CancellationToken.None);

        var sent = Assert.Single(_endpoint.Requests);
        Assert.Equal(["client_id", "grant_type", "scope", "client_secret"], sent.Names);
        Assert.Equal((secret, "client-1"), (sent["client_secret"], sent["client_id"]));
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("a\r\nX-Injected: yes")]
    [InlineData("a\0")]
    [InlineData("ü")]
    [InlineData("")]
    [Trait("Threat", "T26")]
    public async Task AnAccessTokenThatCannotStandInAHeader_IsRefused(string token)
    {
        _endpoint.Then(FakeTokenEndpoint.Token(System.Text.Json.JsonEncodedText.Encode(token).ToString()));
        using var provider = Create();

        await Assert.ThrowsAsync<OneDriveAuthenticationException>(
            () => provider.GetTokenAsync(Authentication.Requests.ForGraph(), CancellationToken.None).AsTask());
    }

    private ClientSecretTokenProvider Create(string secret = "secret") => new(
        new() { TenantId = "contoso.com", ClientId = "client-1", ClientSecret = secret }, transport: _endpoint, timeProvider: _clock);
}
