using Azure.Core;
using Azure.Identity;
using OneDrive.Sdk.Emulator.ClientTests.Support;

namespace OneDrive.Sdk.Emulator.ClientTests.Identity;

/// <summary>Azure.Identity, unmodified, with the emulator as its authority.</summary>
public sealed class AzureIdentityTests(HttpsEmulator https) : IClassFixture<HttpsEmulator>
{
    [Fact]
    public Task Secret_SignsIn() => UseAsync(new ClientSecretCredential(
        https.Emulator.TenantId,
        OneDriveEmulator.DefaultClientId,
        OneDriveEmulator.DefaultClientSecret,
        https.Configure(new ClientSecretCredentialOptions { DisableInstanceDiscovery = true })));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Certificate_SignsIn(bool sendsChain) => UseAsync(new ClientCertificateCredential(
        https.Emulator.TenantId,
        OneDriveEmulator.DefaultClientId,
        https.ClientCertificate,
        https.Configure(new ClientCertificateCredentialOptions { DisableInstanceDiscovery = true, SendCertificateChain = sendsChain })));

    [Fact]
    public async Task Secret_ThatIsWrong_IsRefused()
    {
        var credential = new ClientSecretCredential(
            https.Emulator.TenantId,
            OneDriveEmulator.DefaultClientId,
            "wrong",
            https.Configure(new ClientSecretCredentialOptions { DisableInstanceDiscovery = true }));

        var error = await Assert.ThrowsAsync<AuthenticationFailedException>(() => TokenAsync(credential, https.GraphScope));

        Assert.True(error.ToString().Contains("AADSTS7000215", StringComparison.Ordinal), error.ToString());
    }

    [Fact]
    public async Task DeviceCode_SignsAPersonIn()
    {
        var credential = new DeviceCodeCredential(https.Configure(new DeviceCodeCredentialOptions
        {
            TenantId = https.Emulator.TenantId,
            ClientId = OneDriveEmulator.DefaultClientId,
            DisableInstanceDiscovery = true,
            DeviceCodeCallback = (code, _) =>
            {
                https.Emulator.ApproveDeviceCode(code.UserCode);
                return Task.CompletedTask;
            },
        }));

        await UseAsync(credential, me: true);
    }

    [Fact]
    public async Task AuthorizationCode_SignsAPersonIn()
    {
        var redirect = new Uri("http://localhost:3000/signin");
        var code = await BrowserStep.SignInAsync(https, redirect);
        var credential = new AuthorizationCodeCredential(
            https.Emulator.TenantId,
            OneDriveEmulator.DefaultClientId,
            OneDriveEmulator.DefaultClientSecret,
            code,
            https.Configure(new AuthorizationCodeCredentialOptions { DisableInstanceDiscovery = true, RedirectUri = redirect }));

        await UseAsync(credential, me: true);
    }

    [Fact]
    public async Task OnBehalfOf_ExchangesTheTokenOfAPerson()
    {
        var api = https.Emulator.AddApplication(application => application.ClientSecret = "api-secret");
        var credential = new OnBehalfOfCredential(
            https.Emulator.TenantId,
            api.ClientId,
            "api-secret",
            https.Emulator.IssueUserAssertion(api),
            https.Configure(new OnBehalfOfCredentialOptions { DisableInstanceDiscovery = true }));

        await UseAsync(credential, me: true);
    }

    private static async Task<AccessToken> TokenAsync(TokenCredential credential, string scope)
        => await credential.GetTokenAsync(new TokenRequestContext([scope]), CancellationToken.None);

    private async Task UseAsync(TokenCredential credential, bool me = false)
    {
        using var graph = https.NewGraphClient(credential);
        var drive = me ? await graph.Me.Drive.GetAsync() : await graph.Users[https.Emulator.DefaultUser.Id].Drive.GetAsync();

        Assert.Equal(https.Emulator.DefaultUser.Drive.Id, drive!.Id);
    }
}
