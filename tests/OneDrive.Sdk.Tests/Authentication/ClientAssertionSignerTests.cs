using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.Tests.Authentication;

public sealed class ClientAssertionSignerTests
{
    private static readonly ClientAssertionClaims Claims = new(
        "https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token",
        "client-1",
        new Guid("11111111-2222-3333-4444-555555555555"),
        new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero),
        TimeSpan.FromMinutes(5));

    private readonly X509Certificate2 _certificate = TestCertificates.Shared;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SignAsync_WithPs256_NamesTheCertificateBySha256AndVerifies(bool isBuiltIn)
    {
        var token = await SignAsync(isBuiltIn, ClientAssertionAlgorithm.PS256);

        Assert.Equal(["alg", "typ", "x5t#S256"], token.Header.EnumerateObject().Select(member => member.Name));
        Assert.Equal("PS256", token.HeaderValue("alg"));
        Assert.Equal("JWT", token.HeaderValue("typ"));
        Assert.Equal(SHA256.HashData(_certificate.RawData), JwtParts.Decode(token.HeaderValue("x5t#S256")));
        Assert.True(token.IsSignedBy(_certificate, RSASignaturePadding.Pss));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SignAsync_WithRs256_NamesTheCertificateBySha1AndVerifies(bool isBuiltIn)
    {
        var token = await SignAsync(isBuiltIn, ClientAssertionAlgorithm.RS256);

        Assert.Equal(["alg", "typ", "x5t"], token.Header.EnumerateObject().Select(member => member.Name));
        Assert.Equal("RS256", token.HeaderValue("alg"));
        Assert.Equal(Convert.FromHexString(_certificate.Thumbprint), JwtParts.Decode(token.HeaderValue("x5t")));
        Assert.True(token.IsSignedBy(_certificate, RSASignaturePadding.Pkcs1));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SignAsync_WritesTheClaimsOfRfc7523WithNumericTimes(bool isBuiltIn)
    {
        var token = await SignAsync(isBuiltIn, ClientAssertionAlgorithm.PS256);

        Assert.Equal(["aud", "iss", "sub", "jti", "iat", "nbf", "exp"], token.Claims.EnumerateObject().Select(member => member.Name));
        Assert.Equal(Claims.Audience, token.Claim("aud"));
        Assert.Equal("client-1", token.Claim("iss"));
        Assert.Equal("client-1", token.Claim("sub"));
        Assert.Equal("11111111-2222-3333-4444-555555555555", token.Claim("jti"));
        Assert.Equal(1772600767, token.Time("iat"));
        Assert.Equal(1772600767, token.Time("nbf"));
        Assert.Equal(1772600767 + 300, token.Time("exp"));
    }

    [Theory]
    [InlineData(ClientAssertionAlgorithm.PS256, 0)]
    [InlineData(ClientAssertionAlgorithm.PS256, 3)]
    [InlineData(ClientAssertionAlgorithm.RS256, 0)]
    [InlineData(ClientAssertionAlgorithm.RS256, 3)]
    public async Task BothSigners_WriteTheSameHeaderAndClaims(ClientAssertionAlgorithm algorithm, int chainLength)
    {
        var package = await SignAsync(isBuiltIn: false, algorithm, chainLength);
        var builtIn = await SignAsync(isBuiltIn: true, algorithm, chainLength);

        Assert.Equal(package.HeaderText, builtIn.HeaderText);
        Assert.Equal(package.ClaimsText, builtIn.ClaimsText);
        Assert.Equal(chainLength > 0, builtIn.Header.TryGetProperty("x5c", out _));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SignAsync_WhenTheKeyOfTheLastAssertionWasDisposed_SignsWithTheNextKey(bool isBuiltIn)
    {
        for (var round = 0; round < 3; round++)
        {
            var token = await SignAsync(isBuiltIn, ClientAssertionAlgorithm.PS256);
            Assert.True(token.IsSignedBy(_certificate, RSASignaturePadding.Pss));
        }
    }

    [Fact]
    public void Choose_WithoutWishes_TakesThePackage()
    {
        Assert.IsType<JwtClientAssertionSigner>(CertificateCredentialSettings.From(new ClientCertificateOptions()).Signer);
        Assert.IsType<BuiltInClientAssertionSigner>(
            CertificateCredentialSettings.From(new ClientCertificateOptions { UseBuiltInSigner = true }).Signer);
    }

    private async Task<JwtParts> SignAsync(bool isBuiltIn, ClientAssertionAlgorithm algorithm, int chainLength = 0)
    {
        using var key = _certificate.GetRSAPrivateKey();
        IReadOnlyList<string> chain = [.. Enumerable.Repeat(Convert.ToBase64String(_certificate.RawData), chainLength)];
        IClientAssertionSigner signer = isBuiltIn ? new BuiltInClientAssertionSigner() : new JwtClientAssertionSigner();
        return new JwtParts(
            await signer.SignAsync(new ClientAssertion(algorithm, _certificate, key, Claims, chain), CancellationToken.None));
    }
}
