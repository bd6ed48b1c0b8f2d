using Microsoft.Extensions.DependencyInjection;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.ScenarioTests.Authentication;
using OneDrive.Sdk.ScenarioTests.Authentication.Users;

namespace OneDrive.Sdk.ScenarioTests.Azure;

/// <summary>Both adapters, end to end: the service looks at the tokens that came through them.</summary>
public sealed class CredentialScenarioTests
{
    [Fact]
    public async Task AClient_SignedInThroughACredential_ReachesTheService()
    {
        await using var scenario = await SignInScenario.StartAsync(TimeProvider.System);
        using var application = scenario.WithSecret();
        var credential = new OneDriveTokenCredential(application, scenario.Emulator.Endpoint);
        using var tokens = new AzureTokenProvider(credential, new() { IsApplicationOnly = true });
        using var client = scenario.CreateClient(tokens);

        var drive = await client.Drives.GetAsync(DriveAddress.Default);
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.Drives.GetAsync(DriveAddress.Me));

        Assert.Equal(scenario.Emulator.DefaultUser.Drive.Id, drive.Id);
        Assert.Equal(1, scenario.TokenRequests);
    }

    [Fact]
    public async Task ATokenThatWasRevoked_IsReplaced()
    {
        await using var scenario = await SignInScenario.StartAsync(TimeProvider.System);
        var credential = new ScriptedCredential((_, _) => new(new global::Azure.Core.AccessToken(
            scenario.Emulator.IssueAccessToken(scenario.Emulator.DefaultUser), DateTimeOffset.MaxValue)));
        using var tokens = new AzureTokenProvider(credential);
        using var client = scenario.CreateClient(tokens);
        await client.Drives.GetAsync(DriveAddress.Me);
        scenario.Emulator.RevokeAccessTokens();

        await client.Drives.GetAsync(DriveAddress.Me);

        Assert.Equal(2, credential.Asked.Count);
    }

    [Fact]
    public async Task ADemandOfTheService_GoesThroughBothAdapters()
    {
        const string Claims = """{"access_token":{"nbf":{"essential":true,"value":"1772600767"}}}""";
        await using var scenario = await UserScenario.StartAsync();
        var flow = scenario.WebFlow();
        await scenario.SignInAsync(flow);
        var credential = new OneDriveTokenCredential(flow.ForUser("adele"), scenario.Emulator.Endpoint);
        using var tokens = new AzureTokenProvider(credential, new() { TimeProvider = scenario.Clock });
        using var client = scenario.CreateClient(tokens);
        await client.Drives.GetAsync(DriveAddress.Me);
        scenario.Emulator.DemandClaims(Claims);

        Assert.Equal(scenario.Emulator.DefaultUser.Drive.Id, (await client.Drives.GetAsync(DriveAddress.Me)).Id);
    }

    [Fact]
    public async Task AddTokenCredential_SignsARegisteredClientIn()
    {
        await using var emulator = await OneDriveEmulator.StartAsync();
        var credential = new ScriptedCredential((_, _) => new(new global::Azure.Core.AccessToken(
            emulator.IssueAccessToken(emulator.DefaultUser), DateTimeOffset.MaxValue)));
        var services = new ServiceCollection();
        services.AddOneDrive()
            .AddTokenCredential(credential, options => options.TenantId = emulator.TenantId)
            .UseEmulator(emulator.Endpoint);
        await using var provider = services.BuildServiceProvider();

        var drive = await provider.GetRequiredService<IOneDriveClient>().Drives.GetAsync(DriveAddress.Me);

        Assert.Equal(emulator.DefaultUser.Drive.Id, drive.Id);
        var asked = Assert.Single(credential.Asked);
        Assert.Equal((emulator.TenantId, $"{emulator.Endpoint}.default"), (asked.TenantId, asked.Scopes[0]));
    }
}
