using Microsoft.Extensions.Logging.Abstractions;
using OneDrive.Sdk.Http.Throttling;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.Tests.Http.Throttling;

public sealed class InheritedRateTests
{
    private const string Key = "key";

    private readonly ManualTimeProvider _clock = new();
    private readonly InMemoryThrottleStateStore _store;
    private readonly ThrottleGate _gate;
    private readonly GateSynchronizer _synchronizer;

    public InheritedRateTests()
    {
        _store = new InMemoryThrottleStateStore(_clock);
        _gate = new ThrottleGate(static () => "gate", 16, _clock, NullLogger.Instance);
        _synchronizer = new GateSynchronizer(_gate, _store, Key, _clock, NullLogger.Instance);
    }

    [Fact]
    public async Task Use_AfterAnotherProcessWasKilled_InheritsItsRate()
    {
        await SetOtherAsync(rate: 40);
        _clock.Advance(TimeSpan.FromSeconds(11));
        _gate.Rate = 60;

        _synchronizer.Use();
        await _clock.WaitForTimerAsync(due => due == TimeSpan.FromSeconds(2));

        Assert.Equal(100, _gate.Rate);
        Assert.Equal(100, Assert.Single((await ReadAsync()).Members).Rate);
    }

    [Fact]
    public async Task Use_OfTheReplacementOfAKilledProcess_BeginsWithItsRate()
    {
        await SetOtherAsync(rate: 40);
        _clock.Advance(TimeSpan.FromSeconds(11));

        _synchronizer.Use();
        await _clock.WaitForTimerAsync(due => due == TimeSpan.FromSeconds(2));

        Assert.Equal(40, _gate.Rate);
    }

    [Fact]
    public async Task Use_WhenOthersHaveInheritedTheRateOfThisProcess_TakesAShareOfTheirs()
    {
        _gate.Rate = 60;
        _synchronizer.Use();
        await _clock.WaitForTimerAsync(due => due == TimeSpan.FromSeconds(2));
        await SetOtherAsync(rate: 100);

        _synchronizer.Use();
        _clock.Advance(TimeSpan.FromSeconds(2));
        await _clock.WaitForTimerAsync(due => due == TimeSpan.FromSeconds(2));

        Assert.Equal(25, _gate.Rate);
    }

    [Fact]
    public async Task Use_WhenTheStoreHasLostItsState_KeepsTheRate()
    {
        _gate.Rate = 60;
        _synchronizer.Use();
        await _clock.WaitForTimerAsync(due => due == TimeSpan.FromSeconds(2));
        await _store.UpdateAsync(Key, (_, _) => ThrottleState.Empty);

        _synchronizer.Use();
        _clock.Advance(TimeSpan.FromSeconds(2));
        await _clock.WaitForTimerAsync(due => due == TimeSpan.FromSeconds(2));

        Assert.Equal(60, _gate.Rate);
    }

    private Task<ThrottleUpdate> SetOtherAsync(double rate) => _store.UpdateAsync(
        Key, (_, now) => new ThrottleState { Members = [new ThrottleMember { Id = "other", SeenAt = now, Rate = rate }] });

    private async Task<ThrottleState> ReadAsync() => (await _store.UpdateAsync(Key, (state, _) => state)).State;
}
