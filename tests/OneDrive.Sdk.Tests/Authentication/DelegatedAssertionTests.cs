using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.Tests.Authentication;

/// <summary>The private key stays in a vault, or there is none: somebody else signs.</summary>
public sealed class DelegatedAssertionTests : IDisposable
{
    private readonly X509Certificate2 _certificate = TestCertificates.Shared;
    private readonly X509Certificate2 _publicHalf = TestCertificates.PublicHalfOf(TestCertificates.Shared);
    private readonly ManualTimeProvider _clock = new();
    private readonly FakeTokenEndpoint _endpoint = new();
    private readonly RecordingLoggerFactory _log = new();

    public void Dispose()
    {
        _publicHalf.Dispose();
        _endpoint.Dispose();
    }

    [Fact]
    public async Task SignatureProvider_SignsWhereTheKeyIs()
    {
        using var provider = Create(new() { Certificate = _publicHalf, SignatureProvider = SignInVaultAsync });

        await FetchAsync(provider);

        var assertion = Assert.Single(_endpoint.Requests).Assertion;
        Assert.Equal("PS256", assertion.HeaderValue("alg"));
        Assert.True(assertion.IsSignedBy(_certificate, RSASignaturePadding.Pss));
    }

    [Fact]
    public async Task SignatureProvider_ThatCannotDoPss_IsAskedForRs256()
    {
        using var provider = Create(new()
        {
            Certificate = _publicHalf,
            SignatureProvider = (algorithm, content, token) => algorithm is ClientAssertionAlgorithm.PS256
                ? throw new NotSupportedException()
                : SignInVaultAsync(algorithm, content, token),
        });

        await FetchAsync(provider);

        Assert.True(Assert.Single(_endpoint.Requests).Assertion.IsSignedBy(_certificate, RSASignaturePadding.Pkcs1));
        Assert.Single(_log.Of(204));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SignatureProvider_ThatFails_IsNamed(bool throws)
    {
        using var provider = Create(new()
        {
            Certificate = _publicHalf,
            SignatureProvider = (_, _, _) => throws ? throw new InvalidOperationException("vault") : ValueTask.FromResult<byte[]>([]),
        });

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => FetchAsync(provider));

        Assert.StartsWith("SignatureProvider ", failure.Message, StringComparison.Ordinal);
        Assert.Empty(_endpoint.Requests);
    }

    [Fact]
    public async Task AssertionProvider_GivesTheWholeAssertionForEachRequest()
    {
        List<AssertionRequest> asked = [];
        using var provider = Create(new()
        {
            AssertionProvider = (request, _) =>
            {
                asked.Add(request);
                return ValueTask.FromResult($"assertion-{asked.Count}\n");
            },
        });

        await FetchAsync(provider);
        await FetchAsync(provider);

        Assert.Equal(["assertion-1", "assertion-2"], _endpoint.Requests.Select(request => request["client_assertion"]));
        Assert.All(_endpoint.Requests, request => Assert.Equal(
            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer", request["client_assertion_type"]));
        Assert.Equal(("client-1", _endpoint.Requests[0].Address), (asked[0].ClientId, asked[0].TokenEndpoint));
        Assert.Null(await provider.GetCredentialExpiryAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" \n")]
    public async Task AssertionProvider_ThatGivesNothing_IsNamed(string? assertion)
    {
        using var provider = Create(new() { AssertionProvider = (_, _) => ValueTask.FromResult(assertion!) });

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => FetchAsync(provider));

        Assert.Equal("AssertionProvider returned no assertion.", failure.Message);
    }

    [Fact]
    public async Task AssertionProvider_WhenItIsCancelled_SaysSo()
    {
        using var cancellation = new CancellationTokenSource();
        using var provider = Create(new()
        {
            AssertionProvider = async (_, token) =>
            {
                await cancellation.CancelAsync();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
                return "never";
            },
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => provider.GetTokenAsync(Requests.ForGraph(), cancellation.Token).AsTask());
    }

    [Fact]
    public void TwoWhoSign_AreRefused()
    {
        AssertRefused(new() { Certificate = _certificate, AssertionProvider = (_, _) => ValueTask.FromResult("a") }, "AssertionProvider");
        AssertRefused(
            new() { Certificate = _publicHalf, PrivateKey = _certificate.GetRSAPrivateKey(), SignatureProvider = SignInVaultAsync },
            "SignatureProvider");
    }

    private static async Task FetchAsync(ClientCertificateTokenProvider provider) =>
        await provider.GetTokenAsync(Requests.ForGraph(claims: "{}"), CancellationToken.None);

    private void AssertRefused(ClientCertificateOptions options, string named) => Assert.Contains(
        named, Assert.Throws<ArgumentException>(() => Create(options)).Message, StringComparison.Ordinal);

    private async ValueTask<byte[]> SignInVaultAsync(
        ClientAssertionAlgorithm algorithm, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        await Task.Yield();
        using var key = _certificate.GetRSAPrivateKey()!;
        var padding = algorithm is ClientAssertionAlgorithm.PS256 ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
        return key.SignData(content.Span, HashAlgorithmName.SHA256, padding);
    }

    private ClientCertificateTokenProvider Create(ClientCertificateOptions options)
    {
        options.TenantId = "contoso.com";
        options.ClientId = "client-1";
        return new(options, transport: _endpoint, loggerFactory: _log, timeProvider: _clock);
    }
}
