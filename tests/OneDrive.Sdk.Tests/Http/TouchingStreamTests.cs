using OneDrive.Sdk.Http;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.Tests.Http;

public sealed class TouchingStreamTests
{
    private const int Rate = 1024;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task WriteAsync_WhenItsTurnComesAfterTheLimitOfInactivity_IsNotCutOff()
    {
        var limiter = new BandwidthLimiter(Rate, _clock);
        var others = Enumerable.Range(0, 20).Select(_ => limiter.TakeAsync(limiter.PieceSize, default).AsTask()).ToList();
        using var timer = new InactivityTimer(Limit, _clock, default);
        var sink = new MemoryStream();
        await using var stream = new TouchingStream(sink, timer, limiter);

        await FinishAsync(stream.WriteAsync(new byte[3 * limiter.PieceSize], timer.Token).AsTask());

        Assert.All(others, other => Assert.True(other.IsCompletedSuccessfully));
        Assert.False(timer.HasFired);
        Assert.Equal(3 * limiter.PieceSize, sink.Length);
        Assert.True(_clock.GetElapsedTime(0) > 2 * Limit);
    }

    [Fact]
    public async Task WriteAsync_AfterAWaitForBandwidth_IsWatchedAgain()
    {
        var limiter = new BandwidthLimiter(Rate, _clock);
        using var timer = new InactivityTimer(Limit, _clock, default);
        await using var stream = new TouchingStream(new MemoryStream(), timer, limiter);
        await FinishAsync(stream.WriteAsync(new byte[2 * limiter.PieceSize], timer.Token).AsTask());

        _clock.Advance(Limit);

        Assert.True(timer.HasFired);
    }

    private async Task FinishAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            var wait = _clock.WaitForTimerAsync(due => due < TimeSpan.FromMilliseconds(200));
            if (await Task.WhenAny(task, wait) == wait)
                _clock.Advance(await wait);
        }

        await task.WaitAsync(TimeSpan.FromMinutes(1));
    }
}
