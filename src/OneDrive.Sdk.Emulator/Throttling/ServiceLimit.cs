namespace OneDrive.Sdk.Emulator;

/// <summary>So much in each window of time.</summary>
/// <param name="Amount">Resource units, or bytes for a bandwidth.</param>
/// <param name="Window">How long a window lasts.</param>
public sealed record ServiceLimit(long Amount, TimeSpan Window);
