namespace OneDrive.Sdk.Tests.Support;

public sealed class ManualTimeProviderTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task Advance_FiresADelayExactlyWhenItIsDue()
    {
        var delay = Task.Delay(TimeSpan.FromSeconds(10), _clock);

        _clock.Advance(TimeSpan.FromSeconds(9.999));
        Assert.False(delay.IsCompleted);
        Assert.Equal([TimeSpan.FromMilliseconds(1)], _clock.PendingDelays);

        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await delay;
        Assert.Empty(_clock.PendingDelays);
    }

    [Fact]
    public void Advance_ShowsEachTimerItsOwnTime()
    {
        var start = _clock.GetUtcNow();
        var seen = new List<TimeSpan>();
        using var every = _clock.CreateTimer(
            _ => seen.Add(_clock.GetUtcNow() - start), null, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));
        using var once = _clock.CreateTimer(
            _ => seen.Add(_clock.GetUtcNow() - start), null, TimeSpan.FromSeconds(3), Timeout.InfiniteTimeSpan);

        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(4)], seen);
        Assert.Equal(start + TimeSpan.FromSeconds(5), _clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromSeconds(5), _clock.GetElapsedTime(0));
    }

    [Fact]
    public void Advance_CancelsATokenSourceThatWasGivenATimeout()
    {
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(30), _clock);

        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(source.IsCancellationRequested);

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(source.IsCancellationRequested);
    }

    [Fact]
    public async Task WaitForTimerAsync_CompletesWhenAMatchingTimerStarts()
    {
        var found = _clock.WaitForTimerAsync(due => due > TimeSpan.FromSeconds(5));
        using var shorter = _clock.CreateTimer(_ => { }, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        Assert.False(found.IsCompleted);

        using var longer = _clock.CreateTimer(_ => { }, null, TimeSpan.FromSeconds(6), Timeout.InfiniteTimeSpan);

        Assert.Equal(TimeSpan.FromSeconds(6), await found);
    }

    [Fact]
    public void SetUtcNow_MovesTheWallClockOnly()
    {
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(30), _clock);

        _clock.SetUtcNow(_clock.GetUtcNow().AddDays(1));

        Assert.False(source.IsCancellationRequested);
        Assert.Equal(TimeSpan.Zero, _clock.GetElapsedTime(0));
    }
}
