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
    private bool _hasFailed;
    private bool _isMember;

    /// <summary>The gate is used: its state is shared until it becomes unused.</summary>
    internal void Use()
    {
        Volatile.Write(ref _isUsed, 1);
        if (Volatile.Read(ref _isRunning) == 0 && Interlocked.Exchange(ref _isRunning, 1) == 0)
            _ = RunAsync();
    }

    /// <summary>Shares a pause with the other processes.</summary>
    internal void Publish() =>
        ThreadPool.UnsafeQueueUserWorkItem(static synchronizer => _ = synchronizer.SynchronizeAsync(), this, preferLocal: false);

    private async Task RunAsync()
    {
        while (Interlocked.Exchange(ref _isUsed, 0) == 1)
        {
            await SynchronizeAsync().ConfigureAwait(false);
            await Task.Delay(Interval, timeProvider, CancellationToken.None).ConfigureAwait(false);
        }

        Volatile.Write(ref _isRunning, 0);
    }

    private async Task SynchronizeAsync()
    {
        try
        {
            var (inherited, isCountedAsGone) = (0.0, false);
            var update = await store.UpdateAsync(
                key, (state, now) => Merge(state, now, out inherited, out isCountedAsGone), CancellationToken.None).ConfigureAwait(false);
            _isMember = true;
            Take(update, inherited, isCountedAsGone);
            _hasFailed = false;
        }
        catch (Exception exception)
        {
            // What the store throws is its own; calls do not depend on it.
            if (!_hasFailed)
                Log.ThrottleStoreFailed(logger, exception.GetType().Name);
            _hasFailed = true;
        }
    }

    /// <summary>
    /// Writes what this process knows. The limit belongs to the principal: the rate of a process that was killed or is idle passes on to
    /// the process that notices it, and one that others have noticed as absent has nothing but a share of theirs.
    /// </summary>
    private ThrottleState Merge(ThrottleState state, DateTimeOffset now, out double inherited, out bool isCountedAsGone)
    {
        var own = gate.State;
        var until = now + TimeSpan.FromSeconds(own.PauseLeft);
        var known = state.PausedUntil is { } paused && paused > until ? paused : until;
        var others = state.Members.Where(member => member.Id != _id).ToLookup(member => now - member.SeenAt < MemberLifetime);
        inherited = others[false].Sum(member => member.Rate ?? 0);
        isCountedAsGone = _isMember && state.Members.Count > 0 && state.Members.All(member => member.Id != _id);
        var rate = (isCountedAsGone ? 0 : own.Rate ?? 0) + inherited;
        return new ThrottleState
        {
            PausedUntil = known > now ? known : null,
            Members = [.. others[true], new ThrottleMember { Id = _id, SeenAt = now, Rate = rate > 0 ? rate : null }],
        };
    }

    private void Take(in ThrottleUpdate update, double inherited, bool isCountedAsGone)
    {
        if (update.State.PausedUntil is { } until)
            gate.PauseFor(until - update.Now);
        var members = update.State.Members;
        var sum = members.Sum(member => member.Rate ?? 0);
        if (sum <= 0 || (members.Count < 2 && inherited <= 0))
            return;

        // The sum stays as it is; each goes half of the way to an equal share, and one that knows nothing begins with it.
        var share = sum / members.Count;
        gate.Rate = gate.Rate is { } rate && !isCountedAsGone ? (rate + inherited + share) / 2 : share;
    }
}
