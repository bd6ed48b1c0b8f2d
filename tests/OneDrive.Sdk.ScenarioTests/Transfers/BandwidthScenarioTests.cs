using OneDrive.Sdk.Tests.Support;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.ScenarioTests.Transfers;

/// <summary>The limit on the bytes of a second, on real sockets and a clock that only waits can move.</summary>
public sealed class BandwidthScenarioTests
{
    private const int Unit = TransferScenario.Unit;
    private const long Rate = 200_000;
    private const long Length = (6 * Unit) + 11;
    private const double Burst = 1.0 / 8;

    private static readonly TimeSpan Pieces = TimeSpan.FromSeconds(5);

    private readonly ManualTimeProvider _clock = new();

    [Theory]
    [InlineData(Unit)]
    [InlineData(16 * Unit)]
    public async Task UploadAsync_AndDownloadAsync_TakeTheTimeOfTheirBytes(int fragmentSize)
    {
        await using var scenario = await TransferScenario.StartAsync(client: options =>
        {
            options.TimeProvider = _clock;
            options.Transfers.FragmentSize = fragmentSize;
            options.Transfers.MaxBytesPerSecond = Rate;
        });

        await AssertTakesItsTimeAsync(scenario.UploadAsync(Length));
        scenario.AssertUploaded(Length);

        using var content = new MemoryStream();
        await AssertTakesItsTimeAsync(scenario.Client.Content.DownloadAsync(TransferScenario.File, content));
        Assert.Equal(GeneratedStream.Bytes(0, (int)Length), content.ToArray());
    }

    private async Task AssertTakesItsTimeAsync(Task transfer)
    {
        var start = _clock.GetTimestamp();
        while (!transfer.IsCompleted)
        {
            var wait = _clock.WaitForTimerAsync(due => due > TimeSpan.Zero && due < Pieces);
            if (await Task.WhenAny(transfer, wait) == wait)
                _clock.Advance(await wait);
        }

        await transfer;
        var expected = (double)Length / Rate;
        Assert.InRange(_clock.GetElapsedTime(start).TotalSeconds, expected - Burst - 0.01, expected + 1);
    }
}
