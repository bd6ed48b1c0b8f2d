using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.ScenarioTests.Support;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.ScenarioTests.Transfers;

/// <summary>Fragments of several MiB go out while their end is still being read, from streams that can be read again and others.</summary>
public sealed class LargeFragmentTests
{
    private const int FragmentSize = 16 * TransferScenario.Unit;
    private const long Length = (2 * FragmentSize) + 2_000_077;

    public static TheoryData<Fault, bool> Faults
    {
        get
        {
            var data = new TheoryData<Fault, bool>();
            foreach (var isSeekable in new[] { true, false })
            {
                data.Add(Fault.DropConnectionAfterRequestBytes(3_500_000), isSeekable);
                data.Add(Fault.DropConnection(), isSeekable);
                data.Add(Fault.Status(503), isSeekable);
                data.Add(Fault.Throttle(TimeSpan.Zero), isSeekable);
                data.Add(Fault.LoseAcknowledgement(), isSeekable);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task UploadAsync_WhenFragmentsAreSentAgain_SendsTheSameBytes(Fault fault, bool isSeekable)
    {
        for (var fragment = 0; fragment < 3; fragment++)
        {
            await using var scenario = await StartAsync();
            scenario.Emulator.Faults.Add(fault.On(EmulatorOperation.UploadFragment).After(fragment).Times(2));

            var result = await UploadAsync(scenario, new GeneratedStream(Length) { IsSeekable = isSeekable });

            scenario.AssertUploaded(Length);
            Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task UploadAsync_WhenTheContentEndsInAFragment_SaysSo_AndLeavesNothing(bool isSeekable)
    {
        await using var scenario = await StartAsync();

        await Assert.ThrowsAsync<EndOfStreamException>(() => UploadAsync(
            scenario, new GeneratedStream(Length - 1) { IsSeekable = isSeekable, ClaimedLength = Length }));

        Assert.DoesNotContain(scenario.Drive.ListItems(), item => !item.IsFolder);
        Assert.Equal(0, scenario.Emulator.OpenUploadSessions);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task UploadAsync_WhenTheContentIsLongerThanAnnounced_SaysSo_AndLeavesNothing(bool isSeekable)
    {
        await using var scenario = await StartAsync();

        var failure = await Assert.ThrowsAsync<IOException>(() => UploadAsync(
            scenario, new GeneratedStream(Length + 1) { IsSeekable = isSeekable, ClaimedLength = Length }));

        Assert.Contains("continues", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(scenario.Drive.ListItems(), item => !item.IsFolder);
        Assert.Equal(0, scenario.Emulator.OpenUploadSessions);
    }

    private static Task<Scenario> StartAsync() => TransferScenario.StartAsync(
        client: options => options.Transfers.FragmentSize = FragmentSize);

    private static Task<UploadResult> UploadAsync(Scenario scenario, Stream content) => scenario.Client.Content.UploadAsync(
        TransferScenario.File, content, new UploadOptions { ContentLength = Length });
}
