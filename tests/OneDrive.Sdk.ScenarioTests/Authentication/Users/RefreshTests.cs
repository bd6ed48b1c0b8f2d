using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.ScenarioTests.Authentication.Users;

/// <summary>A sign-in lasts: refresh tokens are renewed, kept and never lost.</summary>
public sealed class RefreshTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly TemporaryDirectory _directory = new();
    private UserScenario? _scenario;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_scenario is not null)
        {
            await _scenario.DisposeAsync();
        }
    }

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(EmulatorRefreshTokens.Renewed)]
    [InlineData(EmulatorRefreshTokens.SingleUse)]
    [InlineData(EmulatorRefreshTokens.Kept)]
    public async Task ASignIn_OutlivesItsTokensWhateverTheIssuerDoesWithRefreshTokens(EmulatorRefreshTokens policy)
    {
        var scenario = await StartAsync(options => options.RefreshTokens = policy);
        var flow = scenario.WebFlow();
        await scenario.SignInAsync(flow);

        var tokens = new HashSet<string>(StringComparer.Ordinal);
        for (var hour = 0; hour < 5; hour++)
        {
            tokens.Add(await scenario.TokenAsync(flow));
            scenario.Clock.Advance(Lifetime);
        }

        Assert.Equal(5, tokens.Count);
        Assert.Equal(5, scenario.TokenRequests);
    }

    [Fact]
    public async Task ASignInInFiles_OutlivesTheProcess()
    {
        var scenario = await StartAsync(options => options.RefreshTokens = EmulatorRefreshTokens.SingleUse);
        await scenario.SignInAsync(scenario.WebFlow(store: Store()));

        for (var process = 0; process < 3; process++)
        {
            Assert.NotEmpty(await scenario.TokenAsync(scenario.WebFlow(store: Store())));
        }

        Assert.Equal(4, scenario.TokenRequests);
    }

    [Fact]
    public async Task AnAccessToken_IsWrittenNowhere()
    {
        var scenario = await StartAsync();
        var store = new RecordingTokenStore(new InMemoryTokenStore());
        var flow = scenario.WebFlow(store: store);
        await scenario.SignInAsync(flow);
        scenario.Clock.Advance(Lifetime);
        var token = await scenario.TokenAsync(flow);

        Assert.Equal(2, store.Saved.Count);
        Assert.DoesNotContain(store.Saved, entry => entry.RefreshToken.Contains(token, StringComparison.Ordinal));
        Assert.DoesNotContain(store.Saved, entry => entry.RefreshToken.StartsWith("emulated.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ManyCallersAtOnce_CauseOneRefresh()
    {
        var scenario = await StartAsync();
        var flow = scenario.WebFlow();
        await scenario.SignInAsync(flow);
        scenario.Clock.Advance(Lifetime);

        var tokens = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => scenario.TokenAsync(flow)));

        Assert.Single(tokens.Distinct(StringComparer.Ordinal));
        Assert.Equal(2, scenario.TokenRequests);
    }

    [Fact]
    public async Task WorkersThatShareFiles_RefreshOneAfterTheOtherAndLoseNothing()
    {
        var scenario = await StartAsync(options => options.RefreshTokens = EmulatorRefreshTokens.SingleUse);
        await scenario.SignInAsync(scenario.WebFlow(store: Store()));
        var workers = Enumerable.Range(0, 4).Select(_ => scenario.WebFlow(store: Store())).ToList();

        for (var hour = 0; hour < 3; hour++)
        {
            var tokens = await Task.WhenAll(workers.Select(worker => Task.Run(() => scenario.TokenAsync(worker))));
            Assert.Equal(4, tokens.Distinct(StringComparer.Ordinal).Count());
            scenario.Clock.Advance(Lifetime);
        }

        Assert.Equal(1 + (3 * 4), scenario.TokenRequests);
        Assert.All(scenario.Emulator.Traffic.Of(EmulatorOperation.Token), entry => Assert.Equal(200, entry.StatusCode));
    }

    [Fact]
    public async Task AdviceToRefreshEarly_IsFollowedInTheBackground()
    {
        var scenario = await StartAsync(options => options.RefreshAdvice = TimeSpan.FromMinutes(30));
        var flow = scenario.WebFlow();
        await scenario.SignInAsync(flow);
        var first = await scenario.TokenAsync(flow);
        scenario.Clock.Advance(TimeSpan.FromMinutes(31));

        Assert.Equal(first, await scenario.TokenAsync(flow));

        while (await scenario.TokenAsync(flow) == first)
        {
            await Task.Yield();
        }

        Assert.Equal(2, scenario.TokenRequests);
    }

    [Fact]
    public async Task ATroubleThatPasses_IsOutlasted()
    {
        var scenario = await StartAsync();
        var flow = scenario.WebFlow();
        await scenario.SignInAsync(flow);
        scenario.Clock.Advance(Lifetime);
        scenario.Emulator.Faults.Add(Fault.Status(503).On(EmulatorOperation.Token));

        var token = scenario.TokenAsync(flow);
        await scenario.Clock.WaitForTimerAsync(due => due < TimeSpan.FromSeconds(5));
        scenario.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.NotEmpty(await token);
        Assert.Equal(3, scenario.TokenRequests);
    }

    [Fact]
    public async Task ARevokedSignIn_RequiresANewOneAndIsReplacedByIt()
    {
        var scenario = await StartAsync();
        var flow = scenario.WebFlow();
        await scenario.SignInAsync(flow);
        scenario.Clock.Advance(Lifetime);
        scenario.Emulator.RevokeSignIns(scenario.Emulator.DefaultUser);

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => scenario.TokenAsync(flow));

        Assert.Equal(("invalid_grant", "AADSTS50173"), (failure.Error, failure.AadstsCode));
        Assert.True(failure.RequiresSignIn);
        Assert.Contains("Sign in again", failure.Hint, StringComparison.Ordinal);
        var again = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => scenario.TokenAsync(flow));
        Assert.Equal((failure.Message, failure.CorrelationId), (again.Message, again.CorrelationId));
        Assert.Equal(2, scenario.TokenRequests);
        scenario.Clock.Advance(TimeSpan.FromMinutes(2));
        await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => scenario.TokenAsync(flow));
        Assert.Equal(3, scenario.TokenRequests);
        await scenario.SignInAsync(flow);
        Assert.NotEmpty(await scenario.TokenAsync(flow));
    }

    [Fact]
    public async Task ARefreshTokenThatAnotherMachineUsedUp_IsReadAgain()
    {
        var scenario = await StartAsync(options => options.RefreshTokens = EmulatorRefreshTokens.Renewed);
        var shared = new InMemoryTokenStore();
        var flow = scenario.WebFlow(store: new StaleTokenStore(shared));
        await scenario.SignInAsync(flow);
        scenario.Clock.Advance(Lifetime);
        scenario.Emulator.Faults.Add(Fault.RefuseSignIn(70000, "invalid_grant"));
        var other = scenario.WebFlow(store: shared);

        var token = scenario.TokenAsync(flow);

        Assert.NotEmpty(await token);
        Assert.Equal(3, scenario.TokenRequests);
        Assert.NotNull(await other.FindAsync("adele"));
    }

    [Fact]
    public async Task WhenTheStoreFails_NothingIsHandedOutUntilTheRefreshTokenIsSafe()
    {
        var scenario = await StartAsync(options => options.RefreshTokens = EmulatorRefreshTokens.SingleUse);
        var store = new FailingTokenStore();
        var flow = scenario.WebFlow(store: store);
        await scenario.SignInAsync(flow);
        scenario.Clock.Advance(Lifetime);
        store.Fails = true;

        await Assert.ThrowsAsync<TokenPersistenceException>(() => scenario.TokenAsync(flow));
        await Assert.ThrowsAsync<TokenPersistenceException>(() => scenario.TokenAsync(flow));
        Assert.Equal(2, scenario.TokenRequests);
        store.Fails = false;

        Assert.NotEmpty(await scenario.TokenAsync(flow));
        Assert.NotEmpty(await scenario.TokenAsync(scenario.WebFlow(store: store)));
    }

    [Fact]
    public async Task WhenTheStoreFails_AndTheHostPrefersToGoOn_TheRefreshTokenStaysInMemory()
    {
        var scenario = await StartAsync(options => options.RefreshTokens = EmulatorRefreshTokens.SingleUse);
        var store = new FailingTokenStore();
        var flow = scenario.WebFlow(options => options.ContinueWhenNotSaved = true, store);
        await scenario.SignInAsync(flow);
        store.Fails = true;
        for (var hour = 0; hour < 2; hour++)
        {
            scenario.Clock.Advance(Lifetime);
            Assert.NotEmpty(await scenario.TokenAsync(flow));
        }

        store.Fails = false;
        scenario.Clock.Advance(Lifetime);

        Assert.NotEmpty(await scenario.TokenAsync(flow));
        Assert.NotEmpty(await scenario.TokenAsync(scenario.WebFlow(store: store)));
    }

    [Fact]
    public async Task ASignOutDuringARefresh_Wins()
    {
        var scenario = await StartAsync();
        var store = new InMemoryTokenStore();
        var flow = scenario.WebFlow(store: new SigningOutTokenStore(store));
        await scenario.SignInAsync(flow);
        scenario.Clock.Advance(Lifetime);

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => scenario.TokenAsync(flow));

        Assert.True(failure.RequiresSignIn);
        Assert.Null(await scenario.WebFlow(store: store).FindAsync("adele"));
    }

    [Fact]
    public async Task AClaimsChallenge_IsAnsweredWithTheClaims()
    {
        var scenario = await StartAsync();
        var flow = scenario.WebFlow();
        await scenario.SignInAsync(flow);
        using var client = scenario.CreateClient(flow.ForUser("adele"));
        await client.Drives.GetAsync(DriveAddress.Me);
        scenario.Emulator.DemandClaims("{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\"1772600767\"}}}");

        await client.Drives.GetAsync(DriveAddress.Me);

        Assert.Equal(2, scenario.TokenRequests);
    }

    [Fact]
    public async Task AClaimsChallengeThatNeedsThePerson_CarriesTheClaimsToTheNextSignIn()
    {
        const string Claims = "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}";
        var scenario = await StartAsync();
        var flow = scenario.WebFlow();
        await scenario.SignInAsync(flow);
        using var client = scenario.CreateClient(flow.ForUser("adele"));
        scenario.Emulator.DemandClaims(Claims);
        scenario.Emulator.Faults.Add(Fault.RefuseSignIn(50076, "interaction_required", "basic_action", Claims));

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => client.Drives.GetAsync(DriveAddress.Me));
        Assert.Equal((true, Claims), (failure.RequiresSignIn, failure.Claims));

        var start = await flow.BeginAsync("adele", new() { Claims = failure.Claims });
        await flow.CompleteAsync("adele", await scenario.VisitAsync(start));
        await client.Drives.GetAsync(DriveAddress.Me);
    }

    [Fact]
    public async Task ARefusalOfClaims_IsNoneOfTheSignIn()
    {
        var scenario = await StartAsync();
        var flow = scenario.WebFlow();
        await scenario.SignInAsync(flow);
        scenario.Clock.Advance(Lifetime);
        scenario.Emulator.Faults.Add(Fault.RefuseSignIn(50076, "invalid_grant"));
        var request = new AccessTokenRequest
        {
            Resource = scenario.Emulator.Endpoint,
            Claims = """{"access_token":{"acrs":{"essential":true,"value":"c1"}}}""",
        };

        await Assert.ThrowsAsync<OneDriveAuthenticationException>(
            () => flow.ForUser("adele").GetTokenAsync(request, CancellationToken.None).AsTask());

        Assert.NotEmpty(await scenario.TokenAsync(flow));
    }

    private EncryptedFileTokenStore Store() => new(_directory["tokens"]);

    private async Task<UserScenario> StartAsync(Action<EmulatorOptions>? configure = null) =>
        _scenario = await UserScenario.StartAsync(configure);
}
