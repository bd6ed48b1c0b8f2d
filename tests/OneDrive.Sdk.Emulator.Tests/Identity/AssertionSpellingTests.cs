using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Identity;

/// <summary>Client assertions as several libraries write them.</summary>
public sealed class AssertionSpellingTests(CertificateFixture certificates) : IClassFixture<CertificateFixture>, IAsyncLifetime
{
    private readonly MovableClock _clock = new();
    private readonly X509Certificate2 _certificate = certificates.Registered;
    private readonly X509Certificate2 _other = certificates.Other;
    private EmulatorClient _client = null!;

    private string Audience => $"{_client.Emulator.Endpoint}{_client.Emulator.TenantId}/oauth2/v2.0/token";

    public async Task InitializeAsync()
    {
        _client = await EmulatorClient.StartAsync(options => options.TimeProvider = _clock);
        _client.Emulator.RegisterCertificate(OneDriveEmulator.DefaultClientId, _certificate);
    }

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Theory]
    [InlineData("x5t", "base64url")]
    [InlineData("x5t", "base64")]
    [InlineData("x5t", "padded")]
    [InlineData("x5t", "hex")]
    [InlineData("x5t#S256", "base64")]
    [InlineData("x5t#S256", "padded")]
    [InlineData("kid", "base64url")]
    [InlineData("kid", "padded")]
    [InlineData("kid", "hex")]
    [InlineData("kid", "HEX")]
    [InlineData("kid", "sha256")]
    [InlineData("x5c", "chain")]
    public async Task Post_NamesTheCertificate_InAnySpelling(string header, string spelling)
    {
        var assertion = Create();
        assertion.Header.Remove("x5t#S256");
        var hash = header == "x5t#S256" ? _certificate.GetCertHash(HashAlgorithmName.SHA256) : _certificate.GetCertHash();
        assertion.Header[header] = spelling switch
        {
            "base64" => Convert.ToBase64String(hash),
            "padded" => Convert.ToBase64String(hash).Replace('+', '-').Replace('/', '_'),
            "hex" => Convert.ToHexString(hash).ToLowerInvariant(),
            "HEX" => Convert.ToHexString(hash),
            "sha256" => Convert.ToHexString(_certificate.GetCertHash(HashAlgorithmName.SHA256)),
            "chain" => new JsonArray(Convert.ToBase64String(_certificate.RawData)),
            _ => Assertion.Encode(hash),
        };

        using var response = await PostAsync(assertion);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("kid")]
    [InlineData("x5c")]
    public async Task Post_NamesAnotherCertificate_IsRefused(string header)
    {
        var assertion = Create();
        assertion.Header.Remove("x5t#S256");
        assertion.Header[header] = header == "x5c"
            ? new JsonArray(Convert.ToBase64String(_other.RawData))
            : Convert.ToHexString(_other.GetCertHash());

        using var response = await PostAsync(assertion);

        await TokenEndpointTests.AssertErrorAsync(response, 401, "invalid_client", 700027);
    }

    [Fact]
    public async Task Post_WithTimesWrittenAsTexts_ReadsThem()
    {
        var good = Create();
        var late = Create();
        foreach (var name in (string[])["exp", "nbf", "iat"])
        {
            var seconds = good.Claims[name]?.GetValue<long>() ?? _clock.GetUtcNow().ToUnixTimeSeconds();
            good.Claims[name] = seconds.ToString(CultureInfo.InvariantCulture);
        }

        late.Claims["exp"] = (_clock.GetUtcNow().ToUnixTimeSeconds() - 301).ToString(CultureInfo.InvariantCulture);

        using var accepted = await PostAsync(good);
        using var refused = await PostAsync(late);

        Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);
        await TokenEndpointTests.AssertErrorAsync(refused, 401, "invalid_client", 700024);
    }

    [Theory]
    [InlineData("{0}{1}/v2.0")]
    [InlineData("{0}contoso.example/oauth2/v2.0/token")]
    [InlineData("{0}{1}/oauth2/token")]
    public async Task Post_ForTheIssuer_IsAccepted(string audience)
    {
        var assertion = Create();
        assertion.Claims["aud"] = string.Format(
            CultureInfo.InvariantCulture, audience, _client.Emulator.Endpoint, _client.Emulator.TenantId);

        using var response = await PostAsync(assertion);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private Assertion Create() => new(_certificate, OneDriveEmulator.DefaultClientId, Audience, _clock.GetUtcNow());

    private Task<HttpResponseMessage> PostAsync(Assertion assertion, params (string Name, string? Value)[] changes)
        => _client.Http.SendAsync(Request(assertion.Sign(), changes));

    private HttpRequestMessage Request(string assertion, params (string Name, string? Value)[] changes)
    {
        var form = new Dictionary<string, string?>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = OneDriveEmulator.DefaultClientId,
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ["client_assertion"] = assertion,
            ["scope"] = $"{_client.Emulator.Endpoint}.default",
        };
        foreach (var (name, value) in changes)
        {
            form[name] = value;
        }

        var pairs = form.Where(pair => pair.Value is not null).Select(pair => KeyValuePair.Create(pair.Key, pair.Value!));
        return new HttpRequestMessage(HttpMethod.Post, $"{_client.Emulator.TenantId}/oauth2/v2.0/token")
        {
            Content = new FormUrlEncodedContent(pairs),
        };
    }
}
