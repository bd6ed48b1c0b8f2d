namespace OneDrive.Sdk.Fleet.Reports;

/// <summary>The shared throttle state of one principal or host.</summary>
/// <param name="Pause">How long all workers still pause; zero when they do not.</param>
/// <param name="Processes">How many processes call the service.</param>
/// <param name="Rate">The learned rate of all in resource units per second; null before the first rejection.</param>
internal sealed record LimitStatus(TimeSpan Pause, int Processes, double? Rate);
