using OneDrive.Sdk.Emulator;

namespace OneDrive.Sdk.ScenarioTests.Transfers;

/// <summary>A service that cannot take long fragments gets shorter ones, and long ones again when it can.</summary>
public sealed class FragmentSizeScenarioTests
{
    private const int Unit = TransferScenario.Unit;
    private const int Configured = 16 * Unit;
    private const long Length = 90 * Unit;

    [Theory]
    [InlineData(504)]
    [InlineData(500)]
    [InlineData(null)]
    public async Task UploadAsync_AfterFailures_SendsShorterFragmentsAndGrowsAgain(int? status)
    {
        await using var scenario = await TransferScenario.StartAsync(client: options => options.Transfers.FragmentSize = Configured);
        var fault = status is { } code ? Fault.Status(code) : Fault.DropConnectionAfterRequestBytes(Unit);
        scenario.Emulator.Faults.Add(fault.On(EmulatorOperation.UploadFragment).After(1).Times(2));

        await scenario.UploadAsync(Length);

        scenario.AssertUploaded(Length);
        var taken = scenario.Emulator.Traffic.Of(EmulatorOperation.UploadFragment)
            .Where(entry => entry.Fault is null)
            .Select(entry => entry.RequestBodyLength)
            .ToList();
        Assert.Equal(Configured, taken[0]);
        Assert.Equal(Configured / 4, taken[1]);
        Assert.Contains(taken, size => size is > Configured / 4 and < Configured);
        Assert.All(taken, size => Assert.True(size <= Configured && size % Unit == 0));
    }

    [Fact]
    public async Task UploadAsync_WhenThrottled_KeepsItsFragments()
    {
        await using var scenario = await TransferScenario.StartAsync(client: options => options.Transfers.FragmentSize = Configured);
        scenario.Emulator.Faults.Add(Fault.Throttle(TimeSpan.Zero).On(EmulatorOperation.UploadFragment).After(1).Times(2));

        await scenario.UploadAsync(3 * Configured);

        Assert.All(
            scenario.Emulator.Traffic.Of(EmulatorOperation.UploadFragment).Where(entry => entry.Fault is null),
            entry => Assert.Equal(Configured, entry.RequestBodyLength));
    }
}
