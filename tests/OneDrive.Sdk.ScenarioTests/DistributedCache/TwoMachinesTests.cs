using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.ScenarioTests.Authentication.Users;
using OneDrive.Sdk.ScenarioTests.Support;
using OneDrive.Sdk.ScenarioTests.Transfers;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.ScenarioTests.DistributedCache;

/// <summary>What one machine began another one continues, and they have nothing in common but a cache.</summary>
public sealed class TwoMachinesTests
{
    private const int Unit = TransferScenario.Unit;
    private const int Length = (20 * Unit) + 77;

    private static readonly UploadOptions WithKey = new() { ResumeKey = "nightly" };

    private readonly CacheFixture _cache = new();

    [Fact]
    public async Task UploadAsync_OnAnotherMachine_GoesOnFromTheLastAcknowledgedByte()
    {
        await using var scenario = await TransferScenario.StartAsync();
        await BreakOffAsync(scenario);
        using var second = NewClient(scenario);

        var result = await second.Content.UploadAsync(TransferScenario.File, new GeneratedStream(Length), WithKey);

        scenario.AssertUploaded(Length);
        Assert.Equal((9 * Unit, ContentIntegrity.Verified), (result.ResumedFrom, result.Integrity));
        Assert.Empty(_cache.Written);
    }

    [Fact]
    public async Task CancelUploadAsync_OnAnotherMachine_EndsTheSession()
    {
        await using var scenario = await TransferScenario.StartAsync();
        await BreakOffAsync(scenario);
        using var second = NewClient(scenario);

        Assert.True(await second.Content.CancelUploadAsync("nightly"));

        Assert.Equal(204, Assert.Single(scenario.Emulator.Traffic.Of(EmulatorOperation.UploadCancel)).StatusCode);
        Assert.Empty(_cache.Written);
    }

    [Fact]
    public async Task CommitUploadAsync_OnAnotherMachine_MakesTheFile()
    {
        await using var scenario = await TransferScenario.StartAsync();
        using (var first = NewClient(scenario))
        {
            var waiting = new UploadOptions { ResumeKey = "nightly", DeferCommit = true };
            await first.Content.UploadAsync(TransferScenario.File, new GeneratedStream(Length), waiting);
        }

        using var second = NewClient(scenario);
        var result = await second.Content.CommitUploadAsync("nightly");

        scenario.AssertUploaded(Length);
        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
    }

    [Fact]
    public async Task ListUploadsAsync_SaysThatACacheCannotList()
    {
        await using var scenario = await TransferScenario.StartAsync();
        using var client = NewClient(scenario);

        await Assert.ThrowsAsync<NotSupportedException>(() => client.Content.ListUploadsAsync());
    }

    [Fact]
    public async Task ASignIn_IsUsedAndRefreshedByAnotherMachine()
    {
        await using var scenario = await UserScenario.StartAsync();
        var first = scenario.WebFlow(store: new DistributedCacheTokenStore(_cache, _cache.Keys));
        var second = scenario.WebFlow(store: new DistributedCacheTokenStore(_cache, _cache.Keys));
        await scenario.SignInAsync(first);
        var before = _cache.Written[_cache.OnlyName].Content;

        using var client = scenario.CreateClient(second.ForUser("adele"));
        var drive = await client.Drives.GetAsync(DriveAddress.Me);

        Assert.Equal(scenario.Emulator.DefaultUser.Drive.Id, drive.Id);
        Assert.NotEqual(before, _cache.Written[_cache.OnlyName].Content);
        scenario.Clock.Advance(TimeSpan.FromHours(2));
        Assert.NotEmpty(await scenario.TokenAsync(first));
        await second.SignOutAsync("adele");
        Assert.Empty(_cache.Written);
        Assert.Null(await first.FindAsync("adele"));
    }

    [Fact]
    public async Task AddDistributedStores_UseTheCacheOfTheContainer()
    {
        await using var scenario = await UserScenario.StartAsync();
        await using var services = Machine(scenario);
        var flow = services.GetRequiredService<AuthorizationCodeFlow>();
        await scenario.SignInAsync(flow);
        var client = services.GetRequiredService<IOneDriveClientFactory>().CreateClient("", flow.ForUser("adele"));
        var waiting = new UploadOptions { ResumeKey = "nightly", DeferCommit = true };
        await client.Content.UploadAsync(TransferScenario.File, new GeneratedStream(Length), waiting);

        Assert.Equal(2, _cache.Written.Count);
        Assert.All(_cache.Written.Keys, name => Assert.StartsWith("OneDrive.Sdk:", name, StringComparison.Ordinal));
        await using var other = Machine(scenario);
        Assert.NotNull(await other.GetRequiredService<AuthorizationCodeFlow>().FindAsync("adele"));
    }

    private ServiceProvider Machine(UserScenario scenario)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IDistributedCache>(_cache);
        services.AddOneDrive(options => options.TimeProvider = scenario.Clock)
            .AddAuthorizationCode(options =>
            {
                options.ClientId = scenario.Application.ClientId;
                options.ClientSecret = UserScenario.Secret;
                options.RedirectUri = new Uri(UserScenario.Callback);
            })
            .AddDistributedTokenStore(_cache.Keys)
            .AddDistributedUploadSessionStore(_cache.Keys)
            .UseEmulator(scenario.Emulator.Endpoint);
        return services.BuildServiceProvider();
    }

    private async Task BreakOffAsync(Scenario scenario)
    {
        using var first = NewClient(scenario);
        scenario.Emulator.Faults.Add(Fault.Status(507).On(EmulatorOperation.UploadFragment).After(9));

        await Assert.ThrowsAsync<QuotaExceededException>(
            () => first.Content.UploadAsync(TransferScenario.File, new GeneratedStream(Length), WithKey));
    }

    private OneDriveClient NewClient(Scenario scenario) => scenario.NewClient(options =>
    {
        options.Transfers.FragmentSize = Unit;
        options.UploadSessionStore = new DistributedCacheUploadSessionStore(_cache, _cache.Keys);
    });
}
