using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;

namespace OneDrive.Sdk.Http.Throttling;

/// <summary>Shows the gates of the process in the measurements. A gate that is not used any more disappears with its registry.</summary>
internal sealed class GateGauges
{
    private const string Prefix = "onedrive.throttle.";

    private readonly object _gate = new();
    private readonly List<WeakReference<GateRegistry>> _registries = [];

    private GateGauges()
    {
        var meter = OneDriveTelemetry.Meter;
        meter.CreateObservableGauge(
            Prefix + "requests.active", () => Of(static state => state.Active), "{request}", "Requests that are under way.");
        meter.CreateObservableGauge(
            Prefix + "requests.queued", () => Of(static state => state.Queued), "{request}", "Requests that wait to be sent.");
        meter.CreateObservableGauge(
            Prefix + "pause", () => Of(static state => state.PauseLeft), "s", "The time for which no request leaves.");
        meter.CreateObservableGauge(
            Prefix + "concurrency_limit", () => Of(static state => state.ConcurrencyLimit), "{request}",
            "The most requests that may be under way at once.");
        meter.CreateObservableGauge(
            Prefix + "rate", () => Of(static state => state.Rate * 60), "{resource_unit}/min",
            "The resource units a minute that the service takes, as far as it was learned.");
        meter.CreateObservableGauge(
            Prefix + "remaining", () => Of(static state => state.Remaining), "{resource_unit}",
            "The resource units that are left, as the RateLimit headers say.");
    }

    [SuppressMessage("Meziantou.Analyzer", "MA0069", Justification = "One meter for the process has one list of what it shows.")]
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
