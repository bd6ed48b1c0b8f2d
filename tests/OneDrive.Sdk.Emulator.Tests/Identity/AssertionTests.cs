using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Identity;

public sealed class AssertionTests(CertificateFixture certificates) : IClassFixture<CertificateFixture>, IAsyncLifetime
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

    [Fact]
    public async Task RegisterCertificate_KeepsThePublicPartOnly()
    {
        Assert.False(Assert.Single(_client.Emulator.DefaultApplication.Certificates).HasPrivateKey);
        using var response = await PostAsync(Create());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Post_WithPs256AndSha256Thumbprint_IsAccepted()
    {
        using var response = await PostAsync(Create());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Post_WithRs256AndSha1Thumbprint_IsAccepted()
    {
        var assertion = Create();
        assertion.Header["alg"] = "RS256";
        assertion.Header.Remove("x5t#S256");
        assertion.Header["x5t"] = Assertion.Encode(_certificate.GetCertHash());
        assertion.Padding = RSASignaturePadding.Pkcs1;

        using var response = await PostAsync(assertion);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Post_WithoutClientIdInTheForm_TakesItFromTheAssertion()
    {
        using var response = await PostAsync(Create(), ("client_id", null));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Post_WithTheAudienceAsAList_IsAccepted()
    {
        var assertion = Create();
        assertion.Claims["aud"] = new JsonArray(Audience);

        using var response = await PostAsync(assertion);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Post_BehindAProxy_ExpectsTheAudienceThatTheClientSees()
    {
        var assertion = Create();
        assertion.Claims["aud"] = $"https://login.example/{_client.Emulator.TenantId}/oauth2/v2.0/token";
        using var request = Request(assertion.Sign(), ("scope", "https://login.example/.default"));
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "login.example");

        using var response = await _client.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("aud", "https://login.microsoftonline.com/common/oauth2/v2.0/token", 700023)]
    [InlineData("aud", null, 700023)]
    [InlineData("iss", "somebody-else", 700021)]
    [InlineData("iss", null, 700021)]
    [InlineData("sub", "somebody-else", 700021)]
    [InlineData("sub", null, 700021)]
    [InlineData("exp", null, 700024)]
    public async Task Post_WithOneWrongClaim_IsRefusedWithItsNumber(string name, string? value, int number)
    {
        var assertion = Create();
        Change(assertion.Claims, name, value);

        using var response = await PostAsync(assertion);

        await TokenEndpointTests.AssertErrorAsync(response, 401, "invalid_client", number);
    }

    [Theory]
    [InlineData("exp", -301)]
    [InlineData("nbf", 301)]
    [InlineData("iat", 301)]
    public async Task Post_OutsideOfItsTimes_IsRefused(string claim, int secondsFromNow)
    {
        var assertion = Create();
        assertion.Claims[claim] = _clock.GetUtcNow().AddSeconds(secondsFromNow).ToUnixTimeSeconds();

        using var response = await PostAsync(assertion);

        await TokenEndpointTests.AssertErrorAsync(response, 401, "invalid_client", 700024);
    }

    [Theory]
    [InlineData("exp", -200)]
    [InlineData("nbf", 200)]
    public async Task Post_WithClocksALittleApart_IsAccepted(string claim, int secondsFromNow)
    {
        var assertion = Create();
        assertion.Claims[claim] = _clock.GetUtcNow().AddSeconds(secondsFromNow).ToUnixTimeSeconds();

        using var response = await PostAsync(assertion);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Post_OfAnAssertionThatWasUsedBefore_IsRefused()
    {
        var assertion = Create().Sign();
        using var first = await _client.Http.SendAsync(Request(assertion));
        using var second = await _client.Http.SendAsync(Request(assertion));

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        await TokenEndpointTests.AssertErrorAsync(second, 401, "invalid_client", 700027);
    }

    [Fact]
    public async Task Post_WithoutAnId_IsRefused()
    {
        var assertion = Create();
        assertion.Claims.Remove("jti");

        using var response = await PostAsync(assertion);

        await TokenEndpointTests.AssertErrorAsync(response, 400, "invalid_request", 50027);
    }

    [Theory]
    [InlineData("alg", "none", 400, "invalid_request", 5002730)]
    [InlineData("alg", "HS256", 400, "invalid_request", 5002730)]
    [InlineData("alg", null, 400, "invalid_request", 5002730)]
    [InlineData("alg", "RS256", 401, "invalid_client", 700027)]
    [InlineData("typ", "JWE", 400, "invalid_request", 50027)]
    [InlineData("typ", null, 400, "invalid_request", 50027)]
    [InlineData("x5t#S256", "AAAA", 401, "invalid_client", 700027)]
    [InlineData("x5t#S256", null, 401, "invalid_client", 700027)]
    [InlineData("x5t", "AAAA", 401, "invalid_client", 700027)]
    public async Task Post_WithOneWrongHeader_IsRefusedWithItsNumber(string name, string? value, int status, string error, int number)
    {
        var assertion = Create();
        Change(assertion.Header, name, value);

        using var response = await PostAsync(assertion);

        await TokenEndpointTests.AssertErrorAsync(response, status, error, number);
    }

    [Fact]
    public async Task Post_WithASpoiltSignature_IsRefused()
    {
        var assertion = Create();
        assertion.SpoilSignature = true;

        using var response = await PostAsync(assertion);

        await TokenEndpointTests.AssertErrorAsync(response, 401, "invalid_client", 700027);
    }

    [Fact]
    public async Task Post_WithAnUnregisteredCertificate_IsRefused()
    {
        var assertion = new Assertion(_other, OneDriveEmulator.DefaultClientId, Audience, _clock.GetUtcNow());

        using var response = await PostAsync(assertion);

        await TokenEndpointTests.AssertErrorAsync(response, 401, "invalid_client", 700027);
    }

    [Fact]
    public async Task Post_WithAnotherKeyUnderTheRegisteredThumbprint_IsRefused()
    {
        var assertion = new Assertion(_other, OneDriveEmulator.DefaultClientId, Audience, _clock.GetUtcNow());
        assertion.Header["x5t#S256"] = Assertion.Encode(_certificate.GetCertHash(HashAlgorithmName.SHA256));

        using var response = await PostAsync(assertion);

        await TokenEndpointTests.AssertErrorAsync(response, 401, "invalid_client", 700027);
    }

    [Fact]
    public async Task Post_WithTheCertificateOfAnotherApplication_IsRefused()
    {
        _client.Emulator.AddApplication(application => application.ClientId = "other-application");
        var assertion = new Assertion(_certificate, "other-application", Audience, _clock.GetUtcNow());

        using var response = await PostAsync(assertion, ("client_id", "other-application"));

        await TokenEndpointTests.AssertErrorAsync(response, 401, "invalid_client", 700027);
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("a.b.c")]
    [InlineData("e30.e30.e30")]
    [InlineData("W10.W10.AAAA")]
    [InlineData("eyJhbGciOiJcdWQ4MDAifQ.e30.AAAA")]
    [InlineData("e30=.e30=.AAAA")]
    public async Task Post_OfSomethingThatIsNoAssertion_IsRefused(string assertion)
    {
        using var response = await _client.Http.SendAsync(Request(assertion));

        await TokenEndpointTests.AssertErrorAsync(response, 400, "invalid_request", 50027);
    }

    [Fact]
    public async Task Post_WithoutTheAssertionType_IsRefused()
    {
        using var response = await PostAsync(Create(), ("client_assertion_type", null));

        await TokenEndpointTests.AssertErrorAsync(response, 400, "invalid_request", 900144);
    }

    private static void Change(JsonObject json, string name, string? value)
    {
        json.Remove(name);
        if (value is not null)
        {
            json[name] = value;
        }
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
