namespace OneDrive.Sdk;

/// <summary>Shares the throttle state between the clients of one process that have separate gates.</summary>
/// <param name="timeProvider">The time provider; <see cref="TimeProvider.System"/> when null.</param>
public sealed class InMemoryThrottleStateStore(TimeProvider? timeProvider = null) : IThrottleStateStore
{
    private readonly object _gate = new();
    private readonly Dictionary<string, ThrottleState> _states = new(StringComparer.Ordinal);
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;

    /// <inheritdoc/>
    public Task<ThrottleUpdate> UpdateAsync(
        string key, Func<ThrottleState, DateTimeOffset, ThrottleState> change, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(change);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var now = _timeProvider.GetUtcNow();
            var state = change(_states.GetValueOrDefault(key, ThrottleState.Empty), now);
            _states[key] = state;
            return Task.FromResult(new ThrottleUpdate(state, now));
        }
    }
}
