using System.Runtime.InteropServices;

namespace OneDrive.Sdk.Http.Throttling;

/// <summary>The state of a gate for metrics.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct GateState(
    int Active, int Queued, double PauseLeft, int ConcurrencyLimit, double? Rate, double? Remaining);
