using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.Tests.Authentication;

public sealed class ClientCredentialOptionsTests
{
    [Fact]
    public void Constructor_WithNothingSet_NamesEverySettingThatIsMissing()
    {
        var secret = Assert.Throws<ArgumentException>(() => new ClientSecretTokenProvider(new ClientSecretOptions()));
        Assert.Contains("TenantId is not set", secret.Message, StringComparison.Ordinal);
        Assert.Contains("ClientId is not set", secret.Message, StringComparison.Ordinal);
        Assert.Contains("ClientSecret is not set", secret.Message, StringComparison.Ordinal);

        var certificate = Assert.Throws<ArgumentException>(() => new ClientCertificateTokenProvider(new ClientCertificateOptions()));
        Assert.Contains("No certificate is set", certificate.Message, StringComparison.Ordinal);
        Assert.Contains("PfxPath", certificate.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("common", null, "TenantId")]
    [InlineData("organizations", null, "TenantId")]
    [InlineData("consumers", null, "TenantId")]
    [InlineData(null, "https://login.microsoftonline.com/common/oauth2/v2.0/token", "TokenUrl")]
    public void Constructor_WithASharedTenant_RefusesUnlessAllowed(string? tenantId, string? tokenUrl, string setting)
    {
        using var endpoint = new FakeTokenEndpoint();
        var options = new ClientSecretOptions { TenantId = tenantId, TokenUrl = tokenUrl, ClientId = "client-1", ClientSecret = "s" };

        var failure = Assert.Throws<ArgumentException>(() => new ClientSecretTokenProvider(options, transport: endpoint));
        Assert.StartsWith(setting, failure.Message, StringComparison.Ordinal);
        Assert.Contains("AllowCommonForAppOnly", failure.Message, StringComparison.Ordinal);

        options.AllowCommonForAppOnly = true;
        using var provider = new ClientSecretTokenProvider(options, transport: endpoint);
        Assert.Empty(endpoint.Requests);
    }

    [Fact]
    public async Task GetTokenAsync_WhenCommonIsAllowed_SignsInThere()
    {
        using var endpoint = new FakeTokenEndpoint();
        using var provider = new ClientSecretTokenProvider(
            new() { TenantId = "common", ClientId = "client-1", ClientSecret = "s", AllowCommonForAppOnly = true }, transport: endpoint);

        await provider.GetTokenAsync(Requests.ForGraph(), CancellationToken.None);

        Assert.Equal("https://login.microsoftonline.com/common/oauth2/v2.0/token", Assert.Single(endpoint.Requests).Address.AbsoluteUri);
    }

    [Theory]
    [InlineData(" client-1")]
    [InlineData("client-1\r\nX: y")]
    [Trait("Threat", "T26")]
    public void Constructor_WithWhiteSpaceInTheClientId_Refuses(string clientId)
    {
        var failure = Assert.Throws<ArgumentException>(
            () => new ClientSecretTokenProvider(new() { TenantId = "contoso.com", ClientId = clientId, ClientSecret = "s" }));

        Assert.Contains("ClientId contains white space", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_WithSecretAndSecretProvider_Refuses()
    {
        var failure = Assert.Throws<ArgumentException>(() => new ClientSecretTokenProvider(new()
        {
            TenantId = "contoso.com",
            ClientId = "client-1",
            ClientSecret = "canary-secret",
            ClientSecretProvider = _ =>
                ValueTask.FromResult("x"),
        }));

        Assert.Contains("ClientSecret and ClientSecretProvider are both set", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary-secret", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_WhenTheSecretLooksLikeASecretId_OnlyHintsAtIt()
    {
        using var log = new RecordingLoggerFactory();

        using var provider = new ClientSecretTokenProvider(
            new() { TenantId = "contoso.com", ClientId = "client-1", ClientSecret = "72f988bf-86f1-41af-91ab-2d7cd011db47" },
            loggerFactory: log);

        Assert.DoesNotContain("72f988bf", Assert.Single(log.Of(206)), StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_WithSeveralSources_ListsThem()
    {
        var problem = Assert.Single(Validate(new() { PfxPath = "a.pfx", PemPath = "a.pem", Subject = "CN=x" }));

        Assert.Contains("More than one certificate source is set (PfxPath, PemPath, Subject)", problem, StringComparison.Ordinal);
    }

    public static TheoryData<string, ClientCertificateOptions> Wrong => new()
    {
        { "PemKeyPath is set without PemPath", new() { PfxPath = "a.pfx", PemKeyPath = "a.key" } },
        { "Password is set, but no file", new() { Subject = "CN=x", Password = "canary-password" } },
        { "PrivateKey is set without Certificate", new() { PfxPath = "a.pfx", PrivateKey = RSA.Create() } },
        { "SigningAlgorithm must be", new() { PfxPath = "a.pfx", SigningAlgorithm = (ClientAssertionAlgorithm)7 } },
        { "AssertionLifetime is 00:00:59", new() { PfxPath = "a.pfx", AssertionLifetime = TimeSpan.FromSeconds(59) } },
        { "AssertionLifetime is 00:10:01", new() { PfxPath = "a.pfx", AssertionLifetime = TimeSpan.FromSeconds(601) } },
        { "Thumbprint is not valid", new() { Thumbprint = "12345" } },
        { "Thumbprint is not valid", new() { Thumbprint = new string('g', 40) } },
        { "StoreLocation is set without a certificate", new() { PfxPath = "a.pfx", StoreLocation = StoreLocation.CurrentUser } },
        { "StoreLocation must be", new() { Subject = "CN=x", StoreLocation = (StoreLocation)9 } },
        { "MaxRetryAfter is negative", new() { PfxPath = "a.pfx", MaxRetryAfter = TimeSpan.FromSeconds(-1) } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Validate_NamesTheSettingAndNeverThePassword(string expected, ClientCertificateOptions options)
    {
        var problem = Assert.Single(Validate(options));

        Assert.StartsWith(expected, problem, StringComparison.Ordinal);
        Assert.DoesNotContain("canary-password", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_WithTheStoreOfTheMachine_DependsOnTheSystem()
    {
        var problems = Validate(new() { Subject = "CN=x", StoreLocation = StoreLocation.LocalMachine });

        if (OperatingSystem.IsWindows() || OperatingSystem.IsMacOS())
        {
            Assert.Empty(problems);
        }
        else
        {
            Assert.Contains("StoreLocation is LocalMachine", Assert.Single(problems), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Validate_WithOneSourceAndDefaults_FindsNothing()
    {
        Assert.Empty(Validate(new() { PfxPath = "a.pfx", Password = "p" }));
        Assert.Empty(Validate(new() { PemPath = "a.pem", PemKeyPath = "a.key", Password = "p" }));
        Assert.Empty(Validate(new() { Thumbprint = "\u200e" + string.Join(' ', Enumerable.Repeat("ab", 20)) }));
        Assert.Empty(
            Validate(new() { Thumbprint = string.Join(':', Enumerable.Repeat("AB", 32)), StoreLocation = StoreLocation.CurrentUser }));
    }

    private static List<string> Validate(ClientCertificateOptions options)
    {
        options.TenantId = "contoso.com";
        options.ClientId = "client-1";
        return [.. SignInChecks.Problems(options, OneDriveCloud.Global)];
    }
}
