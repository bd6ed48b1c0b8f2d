namespace OneDrive.Sdk;

/// <summary>
/// Shares what is known of the service's limits between processes and machines. An implementation changes the state of a key in one atomic
/// step, against one clock for all.
/// </summary>
public interface IThrottleStateStore
{
    /// <summary>Changes the state of a key.</summary>
    /// <param name="key">What the state is for; a hash, at most 64 letters and digits.</param>
    /// <param name="change">
    /// Gets the new state from the present one (<see cref="ThrottleState.Empty"/> when there is none) and the store's time. It has no side
    /// effects: after a conflict with another process it is called again with the newer state.
    /// </param>
    /// <param name="cancellationToken">Ends the wait; the state may have been changed.</param>
    /// <returns>The state after the change and the store's time.</returns>
    Task<ThrottleUpdate> UpdateAsync(
        string key, Func<ThrottleState, DateTimeOffset, ThrottleState> change, CancellationToken cancellationToken = default);
}
