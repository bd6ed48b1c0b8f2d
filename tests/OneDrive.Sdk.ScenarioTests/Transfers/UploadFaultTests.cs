using OneDrive.Sdk.Emulator;

namespace OneDrive.Sdk.ScenarioTests.Transfers;

/// <summary>What an upload without a resume key does in the face of faults that the matrix has no cell for.</summary>
public sealed class UploadFaultTests
{
    private const int Unit = TransferScenario.Unit;
    private const long Length = (15 * Unit) + 77;

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(15)]
    public async Task UploadAsync_WhenAFragmentFailsAsOftenAsItMay_Succeeds(int fragment)
    {
        await using var scenario = await TransferScenario.StartAsync();
        scenario.Emulator.Faults.Add(Fault.Status(500).On(EmulatorOperation.UploadFragment).After(fragment).Times(5));

        var result = await scenario.UploadAsync(Length);

        scenario.AssertUploaded(Length);
        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        Assert.Empty(scenario.Emulator.Faults.ToList());
    }

    [Fact]
    public async Task UploadAsync_WhenItFailsForGood_LeavesNoSession()
    {
        await using var scenario = await TransferScenario.StartAsync();
        scenario.Emulator.Faults.Add(Fault.Status(500).On(EmulatorOperation.UploadFragment).After(7).Always());

        await Assert.ThrowsAsync<OneDriveApiException>(() => scenario.UploadAsync(Length));

        Assert.Equal(0, scenario.Emulator.OpenUploadSessions);
    }

    [Fact]
    public async Task UploadAsync_WhenASessionThatIsAskedHasNoTime_SendsNothingThatItHas()
    {
        await using var scenario = await TransferScenario.StartAsync();
        scenario.Emulator.Faults
            .Add(Fault.LoseAcknowledgement().On(EmulatorOperation.UploadFragment).After(7))
            .Add(Fault.Throttle(TimeSpan.Zero).On(EmulatorOperation.UploadStatus).Times(4));

        await scenario.UploadAsync(Length);

        scenario.AssertUploaded(Length);
        Assert.Equal(16, scenario.Emulator.Traffic.Of(EmulatorOperation.UploadFragment).Count);
    }

    [Fact]
    public async Task UploadAsync_WhenBytesAreChangedOnTheirWay_Throws()
    {
        await using var scenario = await TransferScenario.StartAsync();
        scenario.Emulator.Faults.Add(Fault.CorruptStoredBytes(5).On(EmulatorOperation.UploadFragment).After(7));

        await Assert.ThrowsAsync<ContentVerificationException>(() => scenario.UploadAsync(Length));
    }
}
