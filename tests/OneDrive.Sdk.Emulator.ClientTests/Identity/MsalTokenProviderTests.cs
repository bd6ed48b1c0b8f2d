using Microsoft.Identity.Client;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Emulator.ClientTests.Support;

namespace OneDrive.Sdk.Emulator.ClientTests.Identity;

/// <summary>The client of this library with sign-ins of MSAL and of Azure.Identity.</summary>
public sealed class MsalTokenProviderTests(HttpsEmulator https) : IClassFixture<HttpsEmulator>
{
    [Fact]
    public async Task AnApplication_ReachesTheDriveOfAUser()
    {
        using var client = Client(new MsalTokenProvider(Application(OneDriveEmulator.DefaultClientSecret)));

        var drive = await client.Drives.GetAsync(DriveAddress.User(https.Emulator.DefaultUser.Id));

        Assert.Equal(https.Emulator.DefaultUser.Drive.Id, drive.Id);
    }

    [Fact]
    public async Task AUser_ReachesTheOwnDrive()
    {
        var application = PublicClientApplicationBuilder.Create(OneDriveEmulator.DefaultClientId)
            .WithAuthority($"{https.Address}/{https.Emulator.TenantId}")
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(new Factory(https))
            .Build();
        var signIn = await application.AcquireTokenWithDeviceCode(["Files.ReadWrite.All"], code =>
        {
            https.Emulator.ApproveDeviceCode(code.UserCode);
            return Task.CompletedTask;
        }).ExecuteAsync();
        using var client = Client(new MsalTokenProvider(application, signIn.Account, "Files.ReadWrite.All"));

        Assert.Equal(https.Emulator.DefaultUser.Drive.Id, (await client.Drives.GetAsync(DriveAddress.Me)).Id);
    }

    [Fact]
    public async Task ARejectedToken_IsReplaced()
    {
        var tokens = new MsalTokenProvider(Application(OneDriveEmulator.DefaultClientSecret));
        var request = new AccessTokenRequest { Resource = new Uri(https.Address) };
        var first = await tokens.GetTokenAsync(request, CancellationToken.None);
        var cached = await tokens.GetTokenAsync(request, CancellationToken.None);

        var next = await tokens.GetTokenAsync(
            new AccessTokenRequest { Resource = request.Resource, Rejected = first }, CancellationToken.None);

        Assert.Equal(first.Value, cached.Value);
        Assert.NotEqual(first.Value, next.Value);
    }

    [Fact]
    public async Task ARefusal_IsAnExceptionOfTheLibrary()
    {
        using var client = Client(new MsalTokenProvider(Application("wrong")));

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(
            () => client.Drives.GetAsync(DriveAddress.User(https.Emulator.DefaultUser.Id)));

        Assert.Equal("invalid_client", failure.Error);
        Assert.IsAssignableFrom<MsalServiceException>(failure.InnerException);
    }

    [Fact]
    public async Task AzureIdentity_ReachesTheDriveOfAUser()
    {
        var credential = new Azure.Identity.ClientSecretCredential(
            https.Emulator.TenantId,
            OneDriveEmulator.DefaultClientId,
            OneDriveEmulator.DefaultClientSecret,
            https.Configure(new Azure.Identity.ClientSecretCredentialOptions { DisableInstanceDiscovery = true }));
        using var tokens = new AzureTokenProvider(credential, new AzureTokenOptions { IsApplicationOnly = true });
        using var client = Client(tokens);

        var drive = await client.Drives.GetAsync(DriveAddress.User(https.Emulator.DefaultUser.Id));

        Assert.Equal(https.Emulator.DefaultUser.Drive.Id, drive.Id);
    }

    private IConfidentialClientApplication Application(string secret) =>
        ConfidentialClientApplicationBuilder.Create(OneDriveEmulator.DefaultClientId)
            .WithAuthority($"{https.Address}/{https.Emulator.TenantId}")
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(new Factory(https))
            .WithClientSecret(secret)
            .Build();

    private OneDriveClient Client(IAccessTokenProvider tokens)
    {
        var address = new Uri(https.Address);
        return new OneDriveClient(
            tokens, new OneDriveOptions { Cloud = OneDriveCloud.Custom(address, address) }, https.NewHandler(redirects: false));
    }

    private sealed class Factory(HttpsEmulator https) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => https.Http;
    }
}
