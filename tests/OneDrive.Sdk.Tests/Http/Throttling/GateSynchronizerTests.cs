using Microsoft.Extensions.Logging.Abstractions;
using OneDrive.Sdk.Http.Throttling;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.Tests.Http.Throttling;

public sealed class GateSynchronizerTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly SlowStore _store;

    public GateSynchronizerTests() => _store = new SlowStore(new InMemoryThrottleStateStore(_clock), _clock);

    [Fact]
    public async Task ARateThatOneProcessLearned_IsSharedWithOthersThatSendAsMuch()
    {
        var (first, second) = (NewProcess(), NewProcess());
        first.Gate.Rate = 10;
        await ServeAsync(second.Gate, requests: 100, every: TimeSpan.FromSeconds(0.1));

        await SynchronizeAsync(first, second);
        await SynchronizeAsync(first, second);

        Assert.InRange(first.Gate.Rate!.Value, 9, 11);
        Assert.InRange(second.Gate.Rate!.Value, 9, 11);
    }

    [Fact]
    public async Task AProcessThatJoins_TakesItsShareFromTheOthers()
    {
        var (first, second) = (NewProcess(), NewProcess());
        first.Gate.Rate = 10;

        for (var round = 0; round < 8; round++)
            await SynchronizeAsync(first, second);

        Assert.InRange(first.Gate.Rate!.Value + second.Gate.Rate!.Value, 8, 12);
        Assert.InRange(second.Gate.Rate!.Value, 4, 6.5);
    }

    [Fact]
    public async Task APauseOfAnotherProcess_IsNotExtendedByTheLatencyOfTheStore()
    {
        var (first, second) = (NewProcess(), NewProcess());
        await RefuseAsync(first.Gate, retryAfter: 20);
        var end = _clock.GetUtcNow().AddSeconds(20.5);

        for (var round = 0; round < 20; round++)
            await SynchronizeAsync(first, second);

        Assert.InRange(_clock.GetUtcNow() + first.Gate.PauseLeft, end.AddSeconds(-1), end);
        Assert.InRange(_clock.GetUtcNow() + second.Gate.PauseLeft, end.AddSeconds(-1), end);
    }

    [Fact]
    public async Task AStoreThatWasDisposed_IsNotAskedAgainAndNotReported()
    {
        using var log = new RecordingLoggerFactory();
        var store = new DisposedStore();
        var gate = new ThrottleGate(static () => "id", 16, _clock, NullLogger.Instance);
        var synchronizer = new GateSynchronizer(gate, store, "key", _clock, log.CreateLogger("gates"));

        await synchronizer.SynchronizeAsync();
        await synchronizer.SynchronizeAsync();

        Assert.Equal(1, store.Calls);
        Assert.Empty(log.Entries);
    }

    [Fact]
    public async Task AProcessThatBegins_WaitsForThePauseOfTheOthers()
    {
        var first = NewProcess();
        await RefuseAsync(first.Gate, retryAfter: 20);
        await first.Synchronizer.SynchronizeAsync();
        var store = new GatedStore(_store);
        var gate = new ThrottleGate(static () => "id", 16, _clock, NullLogger.Instance);
        gate.Synchronizer = new GateSynchronizer(gate, store, "key", _clock, NullLogger.Instance);

        var entered = gate.EnterAsync(new GateTicket { Operation = "Items.Get", Cost = 1 }, CancellationToken.None).AsTask();
        Assert.Equal(0, gate.State.Active);
        store.Open.SetResult();
        await _clock.WaitForTimerAsync(static due => due > TimeSpan.FromSeconds(15));

        Assert.False(entered.IsCompleted);
        Assert.InRange(gate.PauseLeft.TotalSeconds, 15, 20.1);
    }

    [Fact]
    public async Task AProcessThatBegins_WaitsOneSecondForASlowStore()
    {
        var store = new GatedStore(_store);
        var gate = new ThrottleGate(static () => "id", 16, _clock, NullLogger.Instance);
        gate.Synchronizer = new GateSynchronizer(gate, store, "key", _clock, NullLogger.Instance);

        var entered = gate.EnterAsync(new GateTicket { Operation = "Items.Get", Cost = 1 }, CancellationToken.None).AsTask();
        _clock.Advance(TimeSpan.FromSeconds(1));
        await entered.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(1, gate.State.Active);
        store.Open.SetResult();
    }

    private (ThrottleGate Gate, GateSynchronizer Synchronizer) NewProcess()
    {
        var gate = new ThrottleGate(static () => "id", 16, _clock, NullLogger.Instance);
        return (gate, new GateSynchronizer(gate, _store, "key", _clock, NullLogger.Instance));
    }

    private static async Task SynchronizeAsync(params (ThrottleGate Gate, GateSynchronizer Synchronizer)[] processes)
    {
        foreach (var process in processes)
            await process.Synchronizer.SynchronizeAsync();
    }

    private async Task ServeAsync(ThrottleGate gate, int requests, TimeSpan every)
    {
        for (var index = 0; index < requests; index++)
        {
            var ticket = new GateTicket { Operation = "Items.Get", Cost = 1 };
            await gate.EnterAsync(ticket, CancellationToken.None);
            gate.Complete(ticket, new AdmissionResult(AdmissionOutcome.Served));
            _clock.Advance(every);
        }
    }

    private static async Task RefuseAsync(ThrottleGate gate, double retryAfter)
    {
        var ticket = new GateTicket { Operation = "Items.Get", Cost = 1 };
        await gate.EnterAsync(ticket, CancellationToken.None);
        gate.Complete(ticket, new AdmissionResult(AdmissionOutcome.Throttled, retryAfter));
    }

    /// <summary>Each change takes 0.2 seconds after it was computed.</summary>
    private sealed class SlowStore(IThrottleStateStore inner, ManualTimeProvider clock) : IThrottleStateStore
    {
        public async Task<ThrottleUpdate> UpdateAsync(
            string key, Func<ThrottleState, DateTimeOffset, ThrottleState> change, CancellationToken cancellationToken = default)
        {
            var update = await inner.UpdateAsync(key, change, cancellationToken);
            clock.Advance(TimeSpan.FromSeconds(0.2));
            return update;
        }
    }

    private sealed class GatedStore(IThrottleStateStore inner) : IThrottleStateStore
    {
        internal TaskCompletionSource Open { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async Task<ThrottleUpdate> UpdateAsync(
            string key, Func<ThrottleState, DateTimeOffset, ThrottleState> change, CancellationToken cancellationToken = default)
        {
            await Open.Task;
            return await inner.UpdateAsync(key, change, cancellationToken);
        }
    }

    private sealed class DisposedStore : IThrottleStateStore
    {
        internal int Calls { get; private set; }

        public Task<ThrottleUpdate> UpdateAsync(
            string key, Func<ThrottleState, DateTimeOffset, ThrottleState> change, CancellationToken cancellationToken = default)
        {
            Calls++;
            throw new ObjectDisposedException(nameof(IServiceProvider));
        }
    }
}
