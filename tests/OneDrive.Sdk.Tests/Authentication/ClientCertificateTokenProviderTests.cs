using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.Tests.Authentication;

public sealed class ClientCertificateTokenProviderTests : IDisposable
{
    private readonly X509Certificate2 _certificate = TestCertificates.Shared;
    private readonly ManualTimeProvider _clock = new();
    private readonly FakeTokenEndpoint _endpoint = new();
    private readonly RecordingLoggerFactory _log = new();

    public void Dispose() => _endpoint.Dispose();

    [Fact]
    public async Task GetTokenAsync_SendsOneSignedAssertionForTheTenantsOwnTokenEndpoint()
    {
        using var provider = Create(Options());

        var token = await provider.GetTokenAsync(Requests.ForGraph(), CancellationToken.None);

        Assert.Equal("token-1", token.Value);
        Assert.Equal(_clock.GetUtcNow().AddHours(1), token.ExpiresOn);
        Assert.True(provider.IsApplicationOnly);
        var sent = Assert.Single(_endpoint.Requests);
        Assert.Equal(HttpMethod.Post, sent.Method);
        Assert.Equal("https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token", sent.Address.AbsoluteUri);
        Assert.Equal("application/x-www-form-urlencoded", sent.ContentType);
        Assert.Equal(["client_id", "grant_type", "scope", "client_assertion_type", "client_assertion"], sent.Names);
        Assert.Equal("client_credentials", sent["grant_type"]);
        Assert.Equal("https://graph.microsoft.com/.default", sent["scope"]);
        Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", sent["client_assertion_type"]);
        Assert.Equal(sent.Address.AbsoluteUri, sent.Assertion.Claim("aud"));
        Assert.Equal("client-1", sent.Assertion.Claim("sub"));
        Assert.Equal("PS256", sent.Assertion.HeaderValue("alg"));
        Assert.True(sent.Assertion.IsSignedBy(_certificate, RSASignaturePadding.Pss));
        Assert.True(Guid.TryParse(sent.Headers["client-request-id"], out _));
    }

    [Fact]
    public async Task GetTokenAsync_WithRs256_SignsWithPkcs1()
    {
        var options = Options();
        options.SigningAlgorithm = ClientAssertionAlgorithm.RS256;
        options.AssertionLifetime = TimeSpan.FromMinutes(10);
        using var provider = Create(options);

        await provider.GetTokenAsync(Requests.ForGraph(), CancellationToken.None);

        var assertion = Assert.Single(_endpoint.Requests).Assertion;
        Assert.True(assertion.IsSignedBy(_certificate, RSASignaturePadding.Pkcs1));
        Assert.Equal(600, assertion.Time("exp") - assertion.Time("iat"));
        Assert.Empty(_log.Of(204));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task GetTokenAsync_WhenTheKeyCannotDoPss_FallsBackToRs256OnceAndLogsIt(bool useBuiltInSigner, bool throwsNotSupported)
    {
        using var key = new KeyWithoutPss(_certificate, throwsNotSupported);
        using var publicHalf = TestCertificates.PublicHalfOf(_certificate);
        var options = Options();
        options.Certificate = publicHalf;
        options.PrivateKey = key;
        options.UseBuiltInSigner = useBuiltInSigner;
        using var provider = Create(options);

        var first = await provider.GetTokenAsync(Requests.ForGraph(), CancellationToken.None);
        await provider.GetTokenAsync(Requests.ForGraph(rejected: first), CancellationToken.None);

        Assert.Equal(2, _endpoint.Requests.Count);
        Assert.All(_endpoint.Requests, sent => Assert.Equal("RS256", sent.Assertion.HeaderValue("alg")));
        Assert.All(_endpoint.Requests, sent => Assert.True(sent.Assertion.IsSignedBy(_certificate, RSASignaturePadding.Pkcs1)));
        Assert.Equal(1, key.Refusals);
        Assert.Contains(_certificate.Thumbprint, Assert.Single(_log.Of(204)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetTokenAsync_WhenTheKeyCannotSignAtAll_SaysSoBeforeTheNetwork()
    {
        using var key = new KeyWithoutPss(_certificate) { RefusesEverything = true };
        var options = Options();
        options.PrivateKey = key;
        using var provider = Create(options);

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(
            () => provider.GetTokenAsync(Requests.ForGraph(), CancellationToken.None).AsTask());

        Assert.Contains("could not be signed", failure.Message, StringComparison.Ordinal);
        Assert.NotNull(failure.Hint);
        Assert.Empty(_endpoint.Requests);
        Assert.Empty(_log.Of(204));
    }

    [Fact]
    public async Task GetTokenAsync_AfterAFailedAttempt_SignsANewAssertion()
    {
        _endpoint.Then(FakeTokenEndpoint.Error(System.Net.HttpStatusCode.InternalServerError, "server_error", 50000));
        using var provider = Create(Options());

        var token = provider.GetTokenAsync(Requests.ForGraph(), CancellationToken.None).AsTask();
        var delay = await _clock.WaitForTimerAsync(due => due < TimeSpan.FromSeconds(2));
        _clock.Advance(delay);
        await token;

        Assert.Equal(2, _endpoint.Requests.Count);
        Assert.NotEqual(_endpoint.Requests[0].Assertion.Claim("jti"), _endpoint.Requests[1].Assertion.Claim("jti"));
        Assert.Equal(_endpoint.Requests[0].Headers["client-request-id"], _endpoint.Requests[1].Headers["client-request-id"]);
    }

    [Fact]
    public async Task GetTokenAsync_WithCertificateProvider_UsesTheRenewedCertificateForTheNextAssertion()
    {
        using var renewed = TestCertificates.CreateRsa(subject: "CN=Renewed");
        var current = _certificate;
        var options = Options();
        options.Certificate = null;
        options.CertificateProvider = _ => ValueTask.FromResult(current);
        using var provider = Create(options);

        var token = await provider.GetTokenAsync(Requests.ForGraph(), CancellationToken.None);
        current = renewed;
        await provider.GetTokenAsync(Requests.ForGraph(rejected: token), CancellationToken.None);

        Assert.True(_endpoint.Requests[0].Assertion.IsSignedBy(_certificate, RSASignaturePadding.Pss));
        Assert.True(_endpoint.Requests[1].Assertion.IsSignedBy(renewed, RSASignaturePadding.Pss));
        Assert.NotNull(renewed.GetRSAPrivateKey());
    }

    [Fact]
    public async Task GetTokenAsync_WithAnOwnSigner_NeedsNoPrivateKey()
    {
        using var publicHalf = TestCertificates.PublicHalfOf(_certificate);
        var signer = new RecordingSigner();
        var options = Options();
        options.Certificate = publicHalf;
        options.Signer = signer;
        using var provider = Create(options);

        await provider.GetTokenAsync(Requests.ForGraph(), CancellationToken.None);

        Assert.Equal("signed-elsewhere", Assert.Single(_endpoint.Requests)["client_assertion"]);
        var assertion = Assert.Single(signer.Assertions);
        Assert.Null(assertion.PrivateKey);
        Assert.Equal("client-1", assertion.Claims.Single(claim => claim.Key == "iss").Value);
    }

    [Fact]
    public async Task GetTokenAsync_WhenChainIsWanted_SendsTheLeafFirst()
    {
        var options = Options();
        options.SendCertificateChain = true;
        using var provider = Create(options);

        await provider.GetTokenAsync(Requests.ForGraph(), CancellationToken.None);

        var chain = Assert.Single(_endpoint.Requests).Assertion.Header.GetProperty("x5c");
        Assert.Equal([Convert.ToBase64String(_certificate.RawData)], chain.EnumerateArray().Select(part => part.GetString()));
    }

    [Theory]
    [InlineData(-1, "expired on 2027-01-01")]
    [InlineData(1, "is not valid yet. It becomes valid from 2026-01-01")]
    public async Task GetTokenAsync_OutsideTheCertificatesTime_RefusesBeforeTheNetwork(int side, string expected)
    {
        _clock.SetUtcNow(side < 0 ? TestCertificates.NotAfter.AddSeconds(1) : TestCertificates.NotBefore.AddSeconds(-1));
        using var provider = Create(Options());

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(
            () => provider.GetTokenAsync(Requests.ForGraph(), CancellationToken.None).AsTask());

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.Contains("Certificate", failure.Message, StringComparison.Ordinal);
        Assert.NotNull(failure.Hint);
        Assert.Empty(_endpoint.Requests);
    }

    [Fact]
    public void Constructor_WithAnEllipticCurveKey_Refuses()
    {
        using var certificate = TestCertificates.CreateEllipticCurve();

        AssertRefused(options => options.Certificate = certificate, "Certificate", "EC key", "RSA");
    }

    [Fact]
    public void Constructor_WithAWeakRsaKey_Refuses()
    {
        using var certificate = TestCertificates.CreateRsa(bits: 1024);

        AssertRefused(options => options.Certificate = certificate, "Certificate", "1024 bits", "2048");
    }

    [Fact]
    public void Constructor_WithoutPrivateKey_Refuses()
    {
        using var publicHalf = TestCertificates.PublicHalfOf(_certificate);

        AssertRefused(options => options.Certificate = publicHalf, "Certificate", "does not have a private key", ".pfx");
    }

    [Fact]
    public void Constructor_WhenPrivateKeyBelongsToAnotherCertificate_Refuses()
    {
        using var key = RSA.Create(2048);

        AssertRefused(options => options.PrivateKey = key, "PrivateKey does not match Certificate");
    }

    [Fact]
    public async Task GetTokenAsync_WhenTheProvidedCertificateIsUnfit_RefusesBeforeTheNetwork()
    {
        using var certificate = TestCertificates.CreateEllipticCurve();
        var options = Options();
        options.Certificate = null;
        options.CertificateProvider = _ => ValueTask.FromResult(certificate);
        using var provider = Create(options);

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(
            () => provider.GetTokenAsync(Requests.ForGraph(), CancellationToken.None).AsTask());

        Assert.StartsWith("CertificateProvider: ", failure.Message, StringComparison.Ordinal);
        Assert.Empty(_endpoint.Requests);
    }

    private void AssertRefused(Action<ClientCertificateOptions> change, params string[] expected)
    {
        var options = Options();
        change(options);

        var failure = Assert.Throws<ArgumentException>(() => Create(options));

        Assert.All(expected, text => Assert.Contains(text, failure.Message, StringComparison.Ordinal));
    }

    private ClientCertificateOptions Options() => new() { TenantId = "contoso.com", ClientId = "client-1", Certificate = _certificate };

    private ClientCertificateTokenProvider Create(ClientCertificateOptions options) =>
        new(options, transport: _endpoint, loggerFactory: _log, timeProvider: _clock);

    private sealed class RecordingSigner : IClientAssertionSigner
    {
        internal List<ClientAssertion> Assertions { get; } = [];

        public ValueTask<string> SignAsync(ClientAssertion assertion, CancellationToken cancellationToken)
        {
            Assertions.Add(assertion);
            return ValueTask.FromResult("signed-elsewhere");
        }
    }
}
