using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;

namespace OneDrive.Sdk.Http.Throttling;

/// <summary>Reports the gates of the process as metrics. An unused gate is removed with its registry.</summary>
internal sealed class GateGauges
{
    private const string Prefix = "onedrive.throttle.";

    private readonly object _gate = new();
    private readonly List<WeakReference<GateRegistry>> _registries = [];

    private GateGauges()
    {
        var meter = OneDriveTelemetry.Meter;
        meter.CreateObservableGauge(
            Prefix + "requests.active", () => Of(static state => state.Active), "{request}", "Requests in progress.");
        meter.CreateObservableGauge(
            Prefix + "requests.queued", () => Of(static state => state.Queued), "{request}", "Waiting requests.");
        meter.CreateObservableGauge(
            Prefix + "pause", () => Of(static state => state.PauseLeft), "s", "Remaining pause.");
        meter.CreateObservableGauge(
            Prefix + "concurrency_limit", () => Of(static state => state.ConcurrencyLimit), "{request}",
            "The maximum number of concurrent requests.");
        meter.CreateObservableGauge(
            Prefix + "rate", () => Of(static state => state.Rate * 60), "{resource_unit}/min",
            "Learned limit of the service in resource units per minute.");
        meter.CreateObservableGauge(
            Prefix + "remaining", () => Of(static state => state.Remaining), "{resource_unit}",
            "Remaining resource units according to the RateLimit headers.");
    }

    [SuppressMessage("Meziantou.Analyzer", "MA0069", Justification = "The process-wide meter requires a process-wide list.")]
    internal static GateGauges Instance { get; } = new();

    internal void Add(GateRegistry registry)
    {
        lock (_gate)
        {
            _registries.RemoveAll(static reference => !reference.TryGetTarget(out _));
            _registries.Add(new WeakReference<GateRegistry>(registry));
        }
    }

    private List<Measurement<double>> Of(Func<GateState, double?> value)
    {
        List<Measurement<double>> measurements = [];
        lock (_gate)
        {
            foreach (var reference in _registries)
            {
                if (!reference.TryGetTarget(out var registry))
                    continue;
                foreach (var (key, gate) in registry.Gates)
                {
                    if (value(gate.State) is { } number)
                        measurements.Add(new(number, new("onedrive.gate", gate.Id), new("server.address", key.Host)));
                }
            }
        }

        return measurements;
    }
}
