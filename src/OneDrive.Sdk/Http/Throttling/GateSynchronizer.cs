using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Diagnostics;

namespace OneDrive.Sdk.Http.Throttling;

/// <summary>
/// Shares the pauses and the learned rate of a gate with other processes: every few seconds while the gate is used, and immediately when a
/// pause starts. Without the store the gate uses its own state.
/// </summary>
internal sealed class GateSynchronizer(ThrottleGate gate, IThrottleStateStore store, string key, TimeProvider timeProvider, ILogger logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>A process that has not written for this long is considered inactive.</summary>
    private static readonly TimeSpan MemberLifetime = TimeSpan.FromSeconds(10);

    private readonly string _id = Guid.NewGuid().ToString("N");
    private int _isRunning;
    private int _isUsed;
    private Task _known = Task.CompletedTask;
    private bool _hasFailed;
    private volatile bool _hasEnded;
    private bool _isMember;

    /// <summary>Completes when the gate knows the state of the other processes, which is outdated after a time without requests.</summary>
    internal Task Known => Volatile.Read(ref _known);

    /// <summary>The gate is used: its state is shared until it becomes unused.</summary>
    internal void Use()
    {
        Volatile.Write(ref _isUsed, 1);
        if (Volatile.Read(ref _isRunning) == 0 && Interlocked.Exchange(ref _isRunning, 1) == 0)
        {
            var known = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Volatile.Write(ref _known, known.Task);
            _ = RunAsync(known);
        }
    }

    /// <summary>Shares a pause with the other processes.</summary>
    internal void Publish() =>
        ThreadPool.UnsafeQueueUserWorkItem(static synchronizer => _ = synchronizer.SynchronizeAsync(), this, preferLocal: false);

    private async Task RunAsync(TaskCompletionSource known)
    {
        while (!_hasEnded && Interlocked.Exchange(ref _isUsed, 0) == 1)
        {
            await SynchronizeAsync().ConfigureAwait(false);
            known.TrySetResult();
            await Task.Delay(Interval, timeProvider, CancellationToken.None).ConfigureAwait(false);
        }

        known.TrySetResult();
        Volatile.Write(ref _isRunning, 0);
    }

    internal async Task SynchronizeAsync()
    {
        if (_hasEnded)
            return;
        try
        {
            // The last call of the change is the one that the store saved.
            double? rateBefore = null;
            var update = await store.UpdateAsync(
                key,
                (state, now) =>
                {
                    var own = gate.State;
                    rateBefore = own.Rate;
                    return Merge(state, own, now);
                },
                CancellationToken.None).ConfigureAwait(false);
            _isMember = true;
            Take(update, rateBefore);
            _hasFailed = false;
        }
        catch (ObjectDisposedException)
        {
            // The application has ended and disposed the store with its container.
            _hasEnded = true;
        }
        catch (Exception exception)
        {
            // What the store throws is its own; calls do not depend on it.
            if (!_hasFailed)
                Log.ThrottleStoreFailed(logger, exception.GetType().Name);
            _hasFailed = true;
        }
    }

    private ThrottleState Merge(ThrottleState state, in GateState own, DateTimeOffset now)
    {
        // A pause of another process is not written again: each process that wrote it would add the latency of the store to it.
        var until = now + TimeSpan.FromSeconds(own.OwnPauseLeft);
        var known = state.PausedUntil is { } paused && paused > until ? paused : until;
        var others = state.Members.Where(member => member.Id != _id).ToLookup(member => now - member.SeenAt < MemberLifetime);
        var isCountedAsGone = _isMember && state.Members.Count > 0 && state.Members.All(member => member.Id != _id);
        var rate = Share([.. others[true]], others[false].Sum(static member => member.Rate ?? 0), own, isCountedAsGone);
        return new ThrottleState
        {
            PausedUntil = known > now ? known : null,
            Members = [.. others[true], new ThrottleMember { Id = _id, SeenAt = now, Rate = rate, Throughput = own.Throughput }],
        };
    }

    /// <summary>
    /// The rate of this process: each goes half of the way to an equal share, so that the sum stays nearly the same. The limit belongs to
    /// the principal: the rate of a process that was killed or is idle passes on to the process that notices it, and one that others have
    /// noticed as absent has nothing but a share of theirs. A process that was not rejected yet counts with what it sends: the rate of the
    /// service is what all of them send when it rejects one.
    /// </summary>
    private static double? Share(List<ThrottleMember> others, double inherited, in GateState own, bool isCountedAsGone)
    {
        if (inherited <= 0 && others.TrueForAll(static member => member.Rate is null))
            return own.Rate;
        var used = (isCountedAsGone ? 0 : own.Rate ?? own.Throughput) + inherited;
        var share = (used + others.Sum(static member => member.Rate ?? member.Throughput ?? 0)) / (others.Count + 1);
        return share > 0 ? (used + share) / 2 : own.Rate;
    }

    private void Take(in ThrottleUpdate update, double? rateBefore)
    {
        if (update.State.PausedUntil is { } until)
            gate.PauseFor(until - update.Now);
        if (update.State.Members.FirstOrDefault(member => member.Id == _id)?.Rate is not { } rate)
            return;

        // A rejection may have reduced the rate in the meantime.
        gate.Rate = rateBefore is { } before && gate.Rate is { } current ? rate * current / before : rate;
    }
}
