using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.Tests.Authentication;

/// <summary>No secret shows in a log, a message or a text, even if the endpoint throws it back at us.</summary>
public sealed class SignInSecrecyTests : IDisposable
{
    private const string Secret = "c4nary~s3cret with+signs&é";

    private readonly SkippingTimeProvider _clock = new(due => due == TimeSpan.FromSeconds(30));
    private readonly FakeTokenEndpoint _endpoint = new();
    private readonly RecordingLoggerFactory _log = new();

    public void Dispose() => _endpoint.Dispose();

    public static TheoryData<string> Echoes =>
    [
        Secret,
        Uri.EscapeDataString(Secret),
        WebUtility.UrlEncode(Secret),
        $"client_id=client-1&client_secret={WebUtility.UrlEncode(Secret)}&scope=x",
    ];

    [Theory]
    [MemberData(nameof(Echoes))]
    [Trait("Threat", "T5")]
    public async Task Refusal_ThatEchoesTheSecret_IsShownWithoutIt(string echo)
    {
        _endpoint.Then(FakeTokenEndpoint.Error(HttpStatusCode.Unauthorized, echo, 7000215, $"Invalid secret {echo} provided."))
            .Then(FakeTokenEndpoint.Json(HttpStatusCode.BadRequest, $"<html>{echo}</html>"))
            .Then(FakeTokenEndpoint.Json(HttpStatusCode.InternalServerError, echo));
        using var provider = CreateWithSecret();

        for (var attempt = 0; attempt < 2; attempt++)
        {
            var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => GetAsync(provider));
            AssertNoCanary(failure.ToString());
            AssertNoCanary(failure.Error);
            AssertNoCanary(failure.Hint);
        }

        var token = await GetAsync(provider);
        AssertNoCanary(token.ToString());
        AssertNothingLogged();
    }

    [Theory]
    [InlineData("Invalid secret c4nary-secret provided.", "Invalid secret *** provided.")]
    [InlineData("Invalid secret c4nary-s provided.", "***")]
    [InlineData("Invalid client secret provided.", "Invalid client secret provided.")]
    public void Clean_TakesOutTheSecretAndKeepsWhatHelps(string words, string expected)
    {
        var form = new TokenForm();
        form.Add("client_id", "Invalid");
        form.Add("client_secret", "c4nary-secret");

        Assert.Equal(expected, form.Clean(words));
    }

    [Fact]
    [Trait("Threat", "T5")]
    public async Task EverySituation_WithASecret_LogsWithoutIt()
    {
        var refusal = FakeTokenEndpoint.Error(HttpStatusCode.TooManyRequests, "x", 90033);
        refusal.Headers.TryAddWithoutValidation("Retry-After", "600");
        _endpoint.Then(new HttpRequestException($"no route, {Secret}"))
            .Then(FakeTokenEndpoint.Token("c4nary-token", ""","refresh_in":10"""))
            .Then(refusal);
        using var provider = CreateWithSecret();

        var token = await GetAsync(provider);
        var failure = await Assert.ThrowsAsync<ThrottledException>(
            () => provider.GetTokenAsync(Requests.ForGraph(rejected: token), CancellationToken.None).AsTask());

        AssertNoCanary(failure.ToString());
        AssertNoCanary(token.ToString());
        AssertNothingLogged();
        Assert.NotEmpty(_log.Entries);
    }

    [Fact]
    public async Task Assertion_ThatTheEndpointEchoes_IsShownWithoutIt()
    {
        var assertion = "";
        _endpoint.Then(_ =>
        {
            assertion = _endpoint.Requests[^1]["client_assertion"]!;
            return Task.FromResult(
                FakeTokenEndpoint.Error(HttpStatusCode.Unauthorized, "invalid_client", 700027, $"Bad assertion {assertion}."));
        });
        using var provider = new ClientCertificateTokenProvider(
            new() { TenantId = "contoso.com", ClientId = "client-1", Certificate = TestCertificates.Shared },
            transport: _endpoint,
            loggerFactory: _log,
            timeProvider: new ManualTimeProvider());

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(
            () => provider.GetTokenAsync(Requests.ForGraph(), CancellationToken.None).AsTask());

        Assert.All(assertion.Split('.'), part => Assert.DoesNotContain(part, failure.ToString(), StringComparison.Ordinal));
        Assert.Contains(TestCertificates.Shared.Thumbprint, failure.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Types_ThatHoldSecrets_PrintNone()
    {
        var form = new TokenForm();
        form.Add("client_secret", Secret);
        object[] holders =
        [
            form,
            new AccessToken("c4nary-token", DateTimeOffset.MaxValue),
            new ClientSecretOptions { ClientSecret = Secret },
            new ClientCertificateOptions { PfxPath = "a.pfx", Password = Secret },
            new SecretCredential(Secret, null),
            TokenResponse.Read("""{"access_token":"c4nary-token"}"""u8.ToArray())!,
            new TokenRequest(
                new SignInContext("client-1", TenantAuthority.TryCreate("contoso.com", null, OneDriveCloud.Global, out _)!, "x"),
                ("code", "c4nary-code")),
            new TokenSet(new AccessToken("c4nary-token", DateTimeOffset.MaxValue), "c4nary-refresh", "c4nary-id", null),
        ];

        Assert.All(holders, holder => AssertNoCanary(holder.ToString()));
    }

    [Fact]
    public async Task Password_OfAFileThatDoesNotOpen_IsNotShown()
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, TestCertificates.Shared.Export(X509ContentType.Pkcs12, "other"));
            using var provider = new ClientCertificateTokenProvider(
                new() { TenantId = "contoso.com", ClientId = "client-1", PfxPath = path, Password = Secret },
                transport: _endpoint,
                loggerFactory: _log);

            var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(
                () => provider.GetTokenAsync(Requests.ForGraph(), CancellationToken.None).AsTask());

            Assert.IsAssignableFrom<CryptographicException>(failure.InnerException);
            AssertNoCanary(failure.ToString());
            AssertNothingLogged();
            Assert.Empty(_endpoint.Requests);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<AccessToken> GetAsync(ClientSecretTokenProvider provider) =>
        await provider.GetTokenAsync(Requests.ForGraph(), CancellationToken.None);

    private static void AssertNoCanary(string? text) => Assert.DoesNotContain("c4nary", text ?? "", StringComparison.OrdinalIgnoreCase);

    private void AssertNothingLogged() => Assert.All(_log.Entries, entry => AssertNoCanary(entry.Text));

    private ClientSecretTokenProvider CreateWithSecret() => new(
        new() { TenantId = "contoso.com", ClientId = "client-1", ClientSecret = Secret }, null, _endpoint, _log, _clock);
}
