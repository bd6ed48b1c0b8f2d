using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.Tests.Authentication.OpenId;

/// <summary>Identity tokens, good and forged, before both validators: the package's and the built-in one decide alike.</summary>
public sealed class IdTokenTests : IDisposable
{
    private readonly TestIssuer _issuer = new();

    public static TheoryData<string, string> BadClaims => new()
    {
        { "iss", "\"https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000/v2.0\"" },
        { "iss", "\"https://attacker.example/v2.0\"" },
        { "iss", "null" },
        { "aud", "\"client-2\"" },
        { "aud", "[\"client-2\"]" },
        { "aud", "[\"client-1\",\"client-2\"]" },
        { "aud", "7" },
        { "azp", "\"client-2\"" },
        { "nonce", "\"nonce-2\"" },
        { "nonce", "null" },
        { "tid", "\"../common\"" },
        { "tid", "\"00000000-0000-0000-0000-000000000000\",\"iss\":\"https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000/v2.0\"" },
        { "exp", "1" },
        { "exp", "\"soon\"" },
        { "exp", "1e400" },
        { "exp", "-1" },
        { "nbf", "4102444800" },
        { "iat", "4102444800" },
        { "sub", "null" },
    };

    public static TheoryData<string> BadHeaders => new()
    {
        """{"typ":"JWT","alg":"none","kid":"key-1"}""",
        """{"typ":"JWT","alg":"HS256","kid":"key-1"}""",
        """{"typ":"JWT","alg":"PS256","kid":"key-1"}""",
        """{"typ":"JWT","alg":"rs256","kid":"key-1"}""",
        """{"typ":"JWT","alg":"RS256"}""",
        """{"typ":"JWT","alg":"RS256","kid":"key-2"}""",
        """{"typ":"JWT","alg":"RS256","kid":"key-1","crit":["exp"]}""",
        """{"typ":"JWT","alg":"RS256","alg":"none","kid":"key-1"}""",
        """{"typ":"JWT","alg":"RS256","kid":"key-1","kid":"key-2"}""",
        """["RS256"]""",
        "nonsense",
    };

    public void Dispose() => _issuer.Dispose();

    [Fact]
    public async Task ValidateAsync_TakesAGoodToken()
    {
        var account = await ValidateAsync(_issuer.Sign(_issuer.Claims));

        Assert.Equal(("object." + TestIssuer.Tenant, "Zoë"), (account.Id, account.DisplayName));
    }

    [Theory]
    [InlineData("[\"client-1\"]", null)]
    [InlineData("[\"client-1\",\"client-2\"]", "\"client-1\"")]
    public async Task ValidateAsync_TakesAListOfAudiences(string audience, string? party)
    {
        var claims = _issuer.Claims;
        claims["aud"] = audience;
        if (party is not null)
            claims["azp"] = party;

        Assert.NotNull(await ValidateAsync(_issuer.Sign(claims)));
    }

    [Theory]
    [MemberData(nameof(BadClaims))]
    public Task ValidateAsync_RefusesClaimsThatSaySomethingElse(string claim, string value)
    {
        var claims = _issuer.Claims;
        if (value.Contains("\"iss\"", StringComparison.Ordinal))
            claims.Remove("iss");
        claims[claim] = value;

        return AssertRefusedAsync(_issuer.Sign(claims));
    }

    [Theory]
    [MemberData(nameof(BadHeaders))]
    [Trait("Threat", "T16")]
    public async Task ValidateAsync_RefusesHeadersThatWantToDecide(string header)
    {
        var token = _issuer.Sign(_issuer.Claims, header);

        await AssertRefusedAsync(token);
    }

    [Fact]
    [Trait("Threat", "T16")]
    public async Task ValidateAsync_RefusesForeignKeysHoweverTheyAreBrought()
    {
        using var foreign = RSA.Create(2048);
        var jwk = TestIssuer.Jwk(TestIssuer.KeyId, foreign);

        await AssertRefusedAsync(_issuer.Sign(_issuer.Claims, key: foreign));
        await AssertRefusedAsync(
            _issuer.Sign(_issuer.Claims, $$"""{"typ":"JWT","alg":"RS256","kid":"key-1","jwk":{{jwk}}}""", foreign));
        await AssertRefusedAsync(
            _issuer.Sign(_issuer.Claims, """{"typ":"JWT","alg":"RS256","kid":"key-1","jku":"https://attacker.example/keys"}""", foreign));
        await AssertRefusedAsync(_issuer.Sign(_issuer.Claims, padding: RSASignaturePadding.Pss));
        Assert.DoesNotContain(_issuer.Requests, path => path.Contains("attacker", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Threat", "T16")]
    public async Task ValidateAsync_RefusesATokenThatWasChanged()
    {
        var parts = _issuer.Sign(_issuer.Claims).Split('.');
        var claims = _issuer.Claims;
        claims["oid"] = TestIssuer.Quote("somebody-else");

        await AssertRefusedAsync($"{parts[0]}.{_issuer.Sign(claims).Split('.')[1]}.{parts[2]}");
        await AssertRefusedAsync($"{parts[0]}.{parts[1]}.");
        await AssertRefusedAsync($"{parts[0]}.{parts[1]}.AAAA");
        await AssertRefusedAsync($"{parts[0]}.{parts[1]}.not base64");
        await AssertRefusedAsync($"{parts[0]}.{parts[1]}");
        await AssertRefusedAsync("");
    }

    [Fact]
    public Task ValidateAsync_RefusesAMemberThatComesTwice() =>
        AssertRefusedAsync(_issuer.Sign($"{{\"aud\":\"client-2\",{Members(_issuer.Claims)}}}"));

    [Fact]
    public async Task ValidateAsync_RefusesWhatIsTooDeepOrTooLong()
    {
        await AssertRefusedAsync(
            _issuer.Sign($"{{\"x\":{new string('[', 5000)}{new string(']', 5000)},{Members(_issuer.Claims)}}}"));
        await AssertRefusedAsync(_issuer.Sign($"{{\"x\":\"{new string('x', 20_000)}\",{Members(_issuer.Claims)}}}"));
    }

    [Fact]
    [Trait("Threat", "T15")]
    public async Task ValidateAsync_NeverUnpacksAnEncryptedToken()
    {
        using var packed = new MemoryStream();
        await using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            await deflate.WriteAsync(new byte[8 * 1024 * 1024]);
        var header = TestIssuer.Encode(Encoding.UTF8.GetBytes("""{"alg":"RSA-OAEP","enc":"A256GCM","zip":"DEF","kid":"key-1"}"""));

        await AssertRefusedAsync($"{header}.AAAA.AAAA.{TestIssuer.Encode(packed.ToArray())}.AAAA");

        Assert.Empty(_issuer.Requests);
    }

    [Theory]
    [InlineData(-299, true)]
    [InlineData(-301, false)]
    [Trait("Threat", "T29")]
    public async Task ValidateAsync_ForgivesFiveMinutesOfTheClock(int expires, bool isForgiven)
    {
        var claims = _issuer.Claims;
        claims["exp"] = _issuer.Seconds(expires);

        Assert.Equal(isForgiven, await Record.ExceptionAsync(() => ValidateAsync(_issuer.Sign(claims))) is null);
    }

    [Fact]
    public async Task ValidateAsync_FollowsTheClockOfTheEndpoint()
    {
        var token = _issuer.Sign(_issuer.Claims);
        _issuer.Clock.Advance(TimeSpan.FromHours(2));
        var provider = _issuer.Provider();

        await Assert.ThrowsAsync<OneDriveAuthenticationException>(
            () => provider.ValidateAsync(token, "nonce-1", TimeSpan.Zero, CancellationToken.None));
        Assert.NotNull(await provider.ValidateAsync(token, "nonce-1", TimeSpan.FromHours(-2), CancellationToken.None));
    }

    [Fact]
    public async Task ValidateAsync_LeavesWeakAndForeignKeysOut()
    {
        using var weak = RSA.Create(1024);
        _issuer.Keys = $$"""
            {"keys":[{{TestIssuer.Jwk("weak", weak)}},{{TestIssuer.Jwk("enc", _issuer.Key, ",\"use\":\"enc\"")}},{"kty":"EC","kid":"key-1"},7,
            {{TestIssuer.Jwk(TestIssuer.KeyId, _issuer.Key, ",\"use\":\"sig\"")}}]}
            """;

        Assert.NotNull(await ValidateAsync(_issuer.Sign(_issuer.Claims)));
        await AssertRefusedAsync(_issuer.Sign(_issuer.Claims, """{"alg":"RS256","kid":"weak"}""", weak));
        await AssertRefusedAsync(_issuer.Sign(_issuer.Claims, """{"alg":"RS256","kid":"enc"}"""));
    }

    private static string Members(Dictionary<string, string> claims) =>
        string.Join(',', claims.Select(claim => $"\"{claim.Key}\":{claim.Value}"));

    private async Task<UserAccount> ValidateAsync(string token)
    {
        var provider = _issuer.Provider();
        return await provider.ValidateAsync(token, "nonce-1", TimeSpan.Zero, CancellationToken.None);
    }

    private async Task AssertRefusedAsync(string token)
    {
        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => ValidateAsync(token));
        Assert.StartsWith("The identity token is not valid: ", failure.Message, StringComparison.Ordinal);
    }
}
