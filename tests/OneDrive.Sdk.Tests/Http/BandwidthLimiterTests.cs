using OneDrive.Sdk.Http;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.Tests.Http;

public sealed class BandwidthLimiterTests
{
    private const int Rate = 80_000;

    private static readonly TimeSpan Burst = TimeSpan.FromSeconds(1) / 8;

    private readonly ManualTimeProvider _clock = new();
    private readonly BandwidthLimiter _limiter;

    public BandwidthLimiterTests() => _limiter = new BandwidthLimiter(Rate, _clock);

    [Fact]
    public async Task TakeAsync_OverTime_LetsExactlyTheRateThrough()
    {
        var taken = 0;
        while (taken < 10 * Rate)
        {
            await TakeAsync(_limiter.PieceSize);
            taken += _limiter.PieceSize;
        }

        Assert.Equal(TimeSpan.FromSeconds(10) - Burst, _clock.GetElapsedTime(0));
    }

    [Theory]
    [InlineData(1024, 128)]
    [InlineData(Rate, 10_000)]
    [InlineData(1_000_000_000, 65_536)]
    public void PieceSize_IsAnEighthOfASecondAndAtMost64KiB(long rate, int expected) =>
        Assert.Equal(expected, new BandwidthLimiter(rate, _clock).PieceSize);

    [Fact]
    public void TakeAsync_OnANewClock_LetsTheFirstPieceThroughAtOnce() =>
        Assert.True(_limiter.TakeAsync(_limiter.PieceSize, default).AsTask().IsCompletedSuccessfully);

    [Fact]
    public async Task TakeAsync_AfterAPause_CatchesUpWithAnEighthOfASecondOnly()
    {
        await TakeAsync(10_000);
        _clock.Advance(TimeSpan.FromHours(1));
        var began = _clock.GetTimestamp();

        for (var piece = 0; piece < 8; piece++)
            await TakeAsync(10_000);

        Assert.Equal(TimeSpan.FromSeconds(1) - Burst, _clock.GetElapsedTime(began));
    }

    [Fact]
    public async Task TakeAsync_WhenAWaitIsCancelled_GivesItsBytesToTheNext()
    {
        await TakeAsync(10_000);
        using var given = new CancellationTokenSource();
        var cancelled = _limiter.TakeAsync(10_000, given.Token).AsTask();
        await _clock.WaitForTimerAsync(due => due == Burst);
        var queued = _limiter.TakeAsync(10_000, given.Token).AsTask();
        var next = _limiter.TakeAsync(10_000, default).AsTask();

        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled).WaitAsync(TimeSpan.FromMinutes(1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => queued).WaitAsync(TimeSpan.FromMinutes(1));
        await _clock.WaitForTimerAsync(due => due == Burst);
        _clock.Advance(Burst);
        await next.WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(Burst, _clock.GetElapsedTime(0));
    }

    [Fact]
    public async Task TakeAsync_BySeveralAtOnce_ServesThemInTurns()
    {
        await TakeAsync(_limiter.PieceSize);
        var takes = Enumerable.Range(0, 6).Select(_ => _limiter.TakeAsync(_limiter.PieceSize, default).AsTask()).ToList();

        for (var served = 0; served < takes.Count; served++)
        {
            await _clock.WaitForTimerAsync(due => due == Burst);
            _clock.Advance(Burst);
            await takes[served].WaitAsync(TimeSpan.FromMinutes(1));
            Assert.Equal(served + 1, takes.Count(take => take.IsCompleted));
        }
    }

    private async Task TakeAsync(int count)
    {
        var take = _limiter.TakeAsync(count, default).AsTask();
        if (!take.IsCompleted)
            _clock.Advance(Assert.Single(_clock.PendingDelays));
        await take.WaitAsync(TimeSpan.FromMinutes(1));
    }
}
