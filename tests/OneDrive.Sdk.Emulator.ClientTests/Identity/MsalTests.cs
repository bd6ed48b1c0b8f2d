using Microsoft.Identity.Client;
using Microsoft.Identity.Client.Extensibility;
using OneDrive.Sdk.Emulator.ClientTests.Support;

namespace OneDrive.Sdk.Emulator.ClientTests.Identity;

/// <summary>MSAL.NET, unmodified, with the emulator as its authority.</summary>
public sealed class MsalTests(HttpsEmulator https) : IClassFixture<HttpsEmulator>
{
    private static readonly string[] UserScopes = ["Files.ReadWrite.All", "User.Read"];

    private string Authority => $"{https.Address}/{https.Emulator.TenantId}";

    [Fact]
    public async Task Secret_SignsIn_AndIsCached()
    {
        var application = Confidential().WithClientSecret(OneDriveEmulator.DefaultClientSecret).Build();

        var first = await application.AcquireTokenForClient([https.GraphScope]).ExecuteAsync();
        var second = await application.AcquireTokenForClient([https.GraphScope]).ExecuteAsync();

        Assert.Equal(TokenSource.IdentityProvider, first.AuthenticationResultMetadata.TokenSource);
        Assert.Equal(TokenSource.Cache, second.AuthenticationResultMetadata.TokenSource);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Certificate_SignsIn(bool sendsChain)
    {
        var application = Confidential().WithCertificate(https.ClientCertificate, sendsChain).Build();

        var result = await application.AcquireTokenForClient([https.GraphScope]).ExecuteAsync();

        Assert.NotEmpty(result.AccessToken);
    }

    [Fact]
    public async Task Certificate_ThatIsNotRegistered_IsRefused()
    {
        using var other = new HttpsEmulator().ClientCertificate;
        var application = Confidential().WithCertificate(other).Build();

        var error = await Assert.ThrowsAnyAsync<MsalServiceException>(
            () => application.AcquireTokenForClient([https.GraphScope]).ExecuteAsync());

        Assert.Contains("AADSTS700027", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AuthorizationCode_SignsAPersonIn_AndRefreshes()
    {
        var application = Confidential()
            .WithClientSecret(OneDriveEmulator.DefaultClientSecret)
            .WithRedirectUri("http://localhost:3000/signin")
            .Build();
        var page = await application.GetAuthorizationRequestUrl(UserScopes).WithPkce(out var verifier).ExecuteAsync();
        var code = await BrowserStep.GetCodeAsync(https, page);

        var result = await application.AcquireTokenByAuthorizationCode(UserScopes, code).WithPkceCodeVerifier(verifier).ExecuteAsync();
        var account = await application.GetAccountAsync(result.Account.HomeAccountId.Identifier);
        var refreshed = await application.AcquireTokenSilent(UserScopes, account).WithForceRefresh(true).ExecuteAsync();

        Assert.Equal("adele@contoso.example", result.Account.Username);
        Assert.Equal(https.Emulator.DefaultUser.Id, result.UniqueId);
        Assert.NotEqual(result.AccessToken, refreshed.AccessToken);
    }

    [Fact]
    public async Task Interactive_SignsAPersonIn_WithoutASecret()
    {
        var application = Public().WithRedirectUri("http://localhost").Build();

        var result = await application.AcquireTokenInteractive(UserScopes).WithCustomWebUi(new WebPage(https)).ExecuteAsync();

        Assert.Equal("adele@contoso.example", result.Account.Username);
    }

    [Fact]
    public async Task DeviceCode_SignsAPersonIn()
    {
        var application = Public().Build();

        var result = await application.AcquireTokenWithDeviceCode(UserScopes, code =>
        {
            https.Emulator.ApproveDeviceCode(code.UserCode);
            return Task.CompletedTask;
        }).ExecuteAsync();

        Assert.Equal("adele@contoso.example", result.Account.Username);
        Assert.Single(await application.GetAccountsAsync());
    }

    [Fact]
    public async Task DeviceCode_ThatIsDeclined_Fails()
    {
        var error = await Assert.ThrowsAnyAsync<MsalException>(() => Public().Build().AcquireTokenWithDeviceCode(UserScopes, code =>
        {
            https.Emulator.DeclineDeviceCode(code.UserCode);
            return Task.CompletedTask;
        }).ExecuteAsync());

        Assert.Equal("authorization_declined", error.ErrorCode);
    }

    [Fact]
    public async Task OnBehalfOf_ExchangesTheTokenOfAPerson()
    {
        var api = https.Emulator.AddApplication(application => application.ClientSecret = "api-secret");
        var application = Confidential(api.ClientId).WithClientSecret("api-secret").Build();

        var result = await application
            .AcquireTokenOnBehalfOf(UserScopes, new UserAssertion(https.Emulator.IssueUserAssertion(api))).ExecuteAsync();

        Assert.Equal(https.Emulator.DefaultUser.Id, result.UniqueId);
    }

    private ConfidentialClientApplicationBuilder Confidential(string clientId = OneDriveEmulator.DefaultClientId) =>
        ConfidentialClientApplicationBuilder.Create(clientId)
            .WithAuthority(Authority)
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(new Factory(https));

    private PublicClientApplicationBuilder Public() => PublicClientApplicationBuilder.Create(OneDriveEmulator.DefaultClientId)
        .WithAuthority(Authority)
        .WithInstanceDiscovery(false)
        .WithHttpClientFactory(new Factory(https));

    private sealed class Factory(HttpsEmulator https) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => https.Http;
    }

    /// <summary>A browser that follows the sign-in page by itself.</summary>
    private sealed class WebPage(HttpsEmulator https) : ICustomWebUi
    {
        public Task<Uri> AcquireAuthorizationCodeAsync(Uri authorizationUri, Uri redirectUri, CancellationToken cancellationToken)
            => BrowserStep.FollowAsync(https, authorizationUri);
    }
}
