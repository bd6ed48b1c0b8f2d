namespace OneDrive.Sdk.Http.Throttling;

/// <summary>What measurements show of a gate.</summary>
internal readonly record struct GateState(
    int Active, int Queued, double PauseLeft, int ConcurrencyLimit, double? Rate, double? Remaining);
