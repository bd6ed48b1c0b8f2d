namespace OneDrive.Sdk;

/// <summary>
/// Shares the throttle state between processes and machines. An implementation changes the state of a key atomically, with one clock for
/// all.
/// </summary>
public interface IThrottleStateStore
{
    /// <summary>Changes the state of a key.</summary>
    /// <param name="key">The key; a hash with at most 64 letters and digits.</param>
    /// <param name="change">
    /// Computes the new state from the current one (<see cref="ThrottleState.Empty"/> if there is none) and the time of the store. It must
    /// not have side effects, because it is called again after a conflict with another process.
    /// </param>
    /// <param name="cancellationToken">Cancels the wait; the state may have been changed.</param>
    /// <returns>The state after the change and the time of the store.</returns>
    Task<ThrottleUpdate> UpdateAsync(
        string key, Func<ThrottleState, DateTimeOffset, ThrottleState> change, CancellationToken cancellationToken = default);
}
