using System.Runtime.InteropServices;

namespace OneDrive.Sdk.Http.Throttling;

/// <summary>The state of a gate, for metrics and for other processes. Pauses are in seconds, rates in resource units per second.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct GateState(
    int Active,
    int Queued,
    double PauseLeft,
    double OwnPauseLeft,
    int ConcurrencyLimit,
    double? Rate,
    double Throughput,
    double? Remaining);
