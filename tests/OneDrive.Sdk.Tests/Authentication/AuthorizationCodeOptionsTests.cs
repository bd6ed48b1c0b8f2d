using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.Tests.Authentication;

public sealed class AuthorizationCodeOptionsTests
{
    private static readonly OneDriveCloud Emulator = OneDriveCloud.Custom(new("http://127.0.0.1:5005"), new("http://127.0.0.1:5005"));

    [Fact]
    public void Validate_TakesTheDefaultsWithApplicationAndRedirectUri() => Assert.Empty(Problems(_ => { }));

    [Theory]
    [InlineData("https://backup.example/api/adapters/onedrive/callback")]
    [InlineData("https://scanner.example/login/oauth2/code/oidc")]
    [InlineData("https://login.microsoftonline.com/common/oauth2/nativeclient")]
    [InlineData("http://localhost")]
    [InlineData("http://localhost:5000/back")]
    [InlineData("http://127.0.0.1:5000/")]
    public void Validate_TakesRedirectUrisThatCanBeRegistered(string address) =>
        Assert.Empty(Problems(options => options.RedirectUri = new Uri(address)));

    [Theory]
    [InlineData("http://backup.example/callback")]
    [InlineData("/callback")]
    [InlineData("https://backup.example/callback#x")]
    [InlineData("https://backup.example/*")]
    [InlineData("https://backup.example/a;b")]
    [InlineData("https://user@backup.example/")]
    [InlineData("ftp://backup.example/")]
    public void Validate_RefusesRedirectUrisThatCannot(string address) => Assert.Contains(
        "RedirectUri", Assert.Single(Problems(options => options.RedirectUri = new Uri(address, UriKind.RelativeOrAbsolute))));

    [Fact]
    public void Validate_NamesWhatIsMissing() => Assert.Equal(
        ["ClientId", "RedirectUri"],
        SignInChecks.Problems(new AuthorizationCodeOptions(), OneDriveCloud.Global).Select(problem => problem.Split(' ')[0]));

    [Theory]
    [InlineData("https://login.microsoftonline.com/contoso.onmicrosoft.com/v2.0")]
    [InlineData("https://login.microsoftonline.com/7f4bd3c6-6a52-4c61-9d0a-30a1d0e3c5f1/v2.0/")]
    [InlineData("https://login.microsoftonline.com/common/v2.0")]
    public void Validate_TakesIssuers(string issuer) => Assert.Empty(Problems(options => options.Issuer = issuer));

    [Theory]
    [InlineData("http://login.microsoftonline.com/contoso.onmicrosoft.com/v2.0")]
    [InlineData("https://login.microsoftonline.com/contoso.onmicrosoft.com")]
    [InlineData("https://sts.windows.net/7f4bd3c6-6a52-4c61-9d0a-30a1d0e3c5f1/")]
    [InlineData("https://login.microsoftonline.com/contoso.onmicrosoft.com/v2.0?x=1")]
    [InlineData("https://login.microsoftonline.com@evil.example/contoso.onmicrosoft.com/v2.0")]
    [InlineData("contoso")]
    public void Validate_RefusesWhatIsNoIssuer(string issuer) =>
        Assert.StartsWith("Issuer", Assert.Single(Problems(options => options.Issuer = issuer)), StringComparison.Ordinal);

    [Fact]
    public void Validate_RefusesContradictions()
    {
        Assert.Contains("Issuer and TenantId", Assert.Single(Problems(options =>
        {
            options.Issuer = "https://login.microsoftonline.com/common/v2.0";
            options.TenantId = "common";
        })));
        Assert.Contains("More than one credential", Assert.Single(Problems(options =>
        {
            options.ClientSecret = "secret";
            options.ClientSecretProvider = _ => ValueTask.FromResult("secret");
        })));
        Assert.Contains("ClientCertificate: ", Assert.Single(Problems(options => options.ClientCertificate = new())));
    }

    [Theory]
    [InlineData("Files.ReadWrite.All offline_access", "which is not a valid scope")]
    [InlineData("", "which is not a valid scope")]
    [InlineData("Files.\r\nX: y", "which is not a valid scope")]
    [InlineData("https://graph.microsoft.com/.default", "combines .default")]
    [InlineData("https://microsoftgraph.chinacloudapi.cn/Files.Read", "belongs to the cloud China")]
    public void Validate_RefusesScopesThatCannotWork(string scope, string problem) =>
        Assert.Contains(problem, Assert.Single(Problems(options => options.AdditionalScopes = [scope])));

    [Fact]
    public void Validate_RefusesASignInThatGrantsNothing() =>
        Assert.Contains("does not contain a permission", Assert.Single(Problems(options => options.Scopes = ["openid", "offline_access"])));

    [Fact]
    public void Validate_LetsAnApplicationUnderTestKeepItsScopes() => Assert.Empty(SignInChecks.Problems(
        new AuthorizationCodeOptions
        {
            ClientId = "client",
            RedirectUri = new Uri("http://localhost"),
            AdditionalScopes = ["https://graph.microsoft.com/Files.ReadWrite"],
        },
        Emulator));

    [Theory]
    [InlineData(59)]
    [InlineData(3601)]
    public void Validate_RefusesSessionsThatAreTooShortOrTooLong(int seconds) =>
        Assert.Contains("SessionLifetime", Assert.Single(Problems(options => options.SessionLifetime = TimeSpan.FromSeconds(seconds))));

    private static List<string> Problems(Action<AuthorizationCodeOptions> configure)
    {
        var options = new AuthorizationCodeOptions { ClientId = "client", RedirectUri = new Uri("https://app.example/callback") };
        configure(options);
        return [.. SignInChecks.Problems(options, OneDriveCloud.Global)];
    }
}
