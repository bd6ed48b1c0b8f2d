using OneDrive.Sdk.Tests.Support;
using OneDrive.Sdk.Tests.Transfers.Support;
using OneDrive.Sdk.Transfers;

namespace OneDrive.Sdk.Tests.Transfers;

/// <summary>Progress tells how far, how fast and how long still, and never goes back.</summary>
public sealed class ProgressMeterTests : IProgress<TransferProgress>
{
    private readonly ManualTimeProvider _clock = new();
    private readonly List<TransferProgress> _reports = [];
    private readonly ProgressMeter _meter;

    public ProgressMeterTests() => _meter = new ProgressMeter(this, _clock);

    void IProgress<TransferProgress>.Report(TransferProgress value) => _reports.Add(value);

    [Fact]
    public void Report_AtASteadySpeed_TellsItAndTheTimeThatIsLeft()
    {
        _meter.Report(0, 1000);
        Report(TimeSpan.FromSeconds(1), 100);
        Report(TimeSpan.FromSeconds(2), 300);

        Assert.Null(_reports[0].BytesPerSecond);
        Assert.Null(_reports[0].TimeRemaining);
        Assert.Equal((100, TimeSpan.FromSeconds(9)), (_reports[1].BytesPerSecond, _reports[1].TimeRemaining));
        Assert.Equal((100, TimeSpan.FromSeconds(7)), (_reports[2].BytesPerSecond, _reports[2].TimeRemaining));
    }

    [Fact]
    public void Report_WhenTheSpeedChanges_FollowsItWithoutAJump()
    {
        _meter.Report(0, null);
        Report(TimeSpan.FromSeconds(1), 100, null);
        Report(TimeSpan.FromSeconds(1), 1100, null);

        Assert.InRange(_reports[^1].BytesPerSecond!.Value, 101, 300);
        for (var second = 1; second <= 60; second++)
            Report(TimeSpan.FromSeconds(1), 1100 + (1000 * second), null);
        Assert.InRange(_reports[^1].BytesPerSecond!.Value, 990, 1000);
        Assert.Null(_reports[^1].TimeRemaining);
    }

    [Fact]
    public void Report_OfPiecesThatComeAtOnce_DoesNotMeasureEachOfThem()
    {
        _meter.Report(0, 1000);
        _meter.Report(100, 1000);
        Report(TimeSpan.FromMilliseconds(1), 200);
        Report(TimeSpan.FromMilliseconds(999), 500);

        Assert.Equal([null, null, null, 500], _reports.Select(report => report.BytesPerSecond));
    }

    [Fact]
    public void Report_OfAnUploadThatGoesOn_DoesNotCountWhatAnEarlierCallSent()
    {
        _meter.Report(900_000, 1_000_000);
        Report(TimeSpan.FromSeconds(1), 900_100, 1_000_000);

        Assert.Equal(100, _reports[^1].BytesPerSecond);
    }

    [Fact]
    public void Report_OfFewerBytesThanBefore_IsNoNews()
    {
        _meter.Report(500, 1000);
        Report(TimeSpan.FromSeconds(1), 0);
        Report(TimeSpan.FromSeconds(1), 500);

        Assert.Single(_reports);
    }

    [Fact]
    public void Report_AtTheEnd_LeavesNoTime()
    {
        _meter.Report(0, 1000);
        _meter.Report(1000, 1000);

        Assert.Equal(TimeSpan.Zero, _reports[^1].TimeRemaining);
    }

    [Fact]
    public async Task UploadAsync_OnALineWithAKnownSpeed_ReportsIt()
    {
        const int Unit = TransferFixture.Unit;
        using var fixture = new TransferFixture();
        fixture.Service.Fail(FakeStep.Fragment, FakeFaults.After(() => fixture.Clock.Advance(TimeSpan.FromSeconds(2))), times: 4);

        await fixture.UploadAsync(4 * Unit);

        Assert.Equal([null, Unit / 2, Unit / 2, Unit / 2, Unit / 2], fixture.Progress.Select(report => report.BytesPerSecond));
        Assert.Equal(
            [null, TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(2), TimeSpan.Zero],
            fixture.Progress.Select(report => report.TimeRemaining));
    }

    private void Report(TimeSpan after, long bytes, long? total = 1000)
    {
        _clock.Advance(after);
        _meter.Report(bytes, total);
    }
}
