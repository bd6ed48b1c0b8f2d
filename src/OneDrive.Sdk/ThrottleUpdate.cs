namespace OneDrive.Sdk;

/// <summary>The outcome of <see cref="IThrottleStateStore.UpdateAsync"/>.</summary>
/// <param name="State">The state after the change.</param>
/// <param name="Now">The store's time of the change.</param>
public readonly record struct ThrottleUpdate(ThrottleState State, DateTimeOffset Now);
