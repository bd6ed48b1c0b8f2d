namespace OneDrive.Sdk.Emulator;

/// <summary>An amount per window of time.</summary>
/// <param name="Amount">Resource units, or bytes for a bandwidth.</param>
/// <param name="Window">The length of a window.</param>
public sealed record ServiceLimit(long Amount, TimeSpan Window);
