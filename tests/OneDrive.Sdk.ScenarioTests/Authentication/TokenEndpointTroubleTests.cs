using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.ScenarioTests.Authentication;

/// <summary>The token endpoint is busy, breaks off, or lives in another time.</summary>
public sealed class TokenEndpointTroubleTests
{
    private readonly SkippingTimeProvider _clock = new(due => due == TimeSpan.FromSeconds(30));

    public static TheoryData<string, Fault> Passing => new()
    {
        { "429", Fault.Throttle(TimeSpan.FromSeconds(7)) },
        { "429 without a wish", Fault.Throttle() },
        { "503", Fault.Status(503) },
        { "503 with a date", Fault.Status(503, retryAfter: TimeSpan.FromSeconds(7), form: RetryAfterForm.HttpDate) },
        { "500 with a page", Fault.Status(500, body: "<html>gateway</html>") },
        { "the connection breaks", Fault.DropConnection() },
        { "the answer breaks off", Fault.DropConnectionAfterResponseBytes(10) },
        { "the answer is lost, and the assertion is used", Fault.LoseAcknowledgement() },
    };

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task ATroubleThatPasses_IsOutlastedWithANewAssertion(string what, Fault fault)
    {
        await using var scenario = await SignInScenario.StartAsync(_clock);
        scenario.Emulator.Faults.Add(fault.On(EmulatorOperation.Token).Times(3));
        using var tokens = scenario.WithCertificate();

        var token = await tokens.GetTokenAsync(scenario.Request(), CancellationToken.None);

        Assert.NotEmpty(token.Value);
        Assert.True(scenario.TokenRequests == 4, what);
        var waits = _clock.Waits.Where(wait => wait < TimeSpan.FromSeconds(30)).ToList();
        Assert.Equal(3, waits.Count);
        if (fault.RetryAfter is { } wish)
        {
            Assert.All(waits, wait => Assert.True(wait >= wish, $"{wait} is shorter than {wish}"));
        }
    }

    [Fact]
    public async Task AWishBeyondTheBudget_IsThrownAtOnce()
    {
        await using var scenario = await SignInScenario.StartAsync(_clock);
        scenario.Emulator.Faults.Add(Fault.Throttle(TimeSpan.FromMinutes(10)).On(EmulatorOperation.Token).Always());
        using var tokens = scenario.WithSecret();
        using var client = scenario.CreateClient(tokens);

        var failure = await Assert.ThrowsAsync<ThrottledException>(() => client.Items.GetAsync(DriveAddress.Default.Root));
        await Assert.ThrowsAsync<ThrottledException>(() => client.Items.GetAsync(DriveAddress.Default.Root));

        Assert.Equal(TimeSpan.FromMinutes(10), failure.RetryAfter);
        Assert.Equal(1, scenario.TokenRequests);
    }

    [Fact]
    public async Task AConnectionThatAlwaysBreaks_IsReportedAsSuch()
    {
        await using var scenario = await SignInScenario.StartAsync(_clock);
        scenario.Emulator.Faults.Add(Fault.DropConnection().On(EmulatorOperation.Token).Always());
        using var tokens = scenario.WithSecret();
        using var client = scenario.CreateClient(tokens);

        var failure = await Assert.ThrowsAsync<OneDriveConnectionException>(() => client.Items.GetAsync(DriveAddress.Default.Root));

        Assert.True(failure.IsTransient);
        Assert.Contains("oauth2/v2.0/token", failure.Message, StringComparison.Ordinal);
        Assert.Equal(4, scenario.TokenRequests);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(-20)]
    public async Task AClockThatIsWrong_IsCorrectedByTheServicesOwn(int minutes)
    {
        var emulatorClock = new ManualTimeProvider();
        var clientClock = new ManualTimeProvider(emulatorClock.GetUtcNow().AddMinutes(minutes));
        await using var scenario = await SignInScenario.StartAsync(clientClock, emulatorClock);
        using var tokens = scenario.WithCertificate();
        using var client = scenario.CreateClient(tokens);

        await client.Items.GetAsync(DriveAddress.Default.Root);

        Assert.Equal(2, scenario.TokenRequests);
        var token = await tokens.GetTokenAsync(scenario.Request(), CancellationToken.None);
        await tokens.GetTokenAsync(scenario.Request(rejected: token), CancellationToken.None);
        Assert.Equal(3, scenario.TokenRequests);
    }
}
