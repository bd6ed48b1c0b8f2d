using System.Text.Json;
using OneDrive.Sdk.Emulator.Faults;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator;

/// <summary>The faults of one emulator. The first one that is due strikes; a request meets at most one.</summary>
public sealed class FaultPlan
{
    private readonly object _gate = new();
    private readonly List<ActiveFault> _active = [];
    private readonly Random _random;

    internal FaultPlan(int seed) => _random = new Random(seed);

    /// <summary>Adds a fault.</summary>
    /// <param name="fault">The fault.</param>
    /// <returns>The same plan.</returns>
    public FaultPlan Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_gate)
        {
            _active.Add(new ActiveFault(fault));
        }

        return this;
    }

    /// <summary>Adds the faults of a named profile.</summary>
    /// <param name="profile">The profile.</param>
    /// <returns>The same plan.</returns>
    public FaultPlan Add(ThrottleProfile profile)
    {
        foreach (var fault in ThrottleFaults.Of(profile))
        {
            Add(fault);
        }

        return this;
    }

    /// <summary>
    /// Adds what a JSON text declares: a fault, a list of faults, or the name of a throttle profile. The control address takes the same.
    /// </summary>
    /// <param name="json">The text.</param>
    /// <returns>The same plan.</returns>
    /// <exception cref="ArgumentException">The text declares no faults; the message says why.</exception>
    public FaultPlan AddJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json);
            foreach (var fault in FaultJson.ReadAll(document.RootElement))
            {
                Add(fault);
            }

            return this;
        }
        catch (Exception exception) when (exception is JsonException or GraphError)
        {
            throw new ArgumentException(exception.Message, nameof(json), exception);
        }
    }

    /// <summary>Removes all faults.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _active.Clear();
        }
    }

    /// <summary>The faults that were added and can still strike.</summary>
    /// <returns>A copy of the list.</returns>
    public IReadOnlyList<Fault> ToList()
    {
        lock (_gate)
        {
            return [.. _active.Where(active => active.Remaining > 0).Select(active => active.Fault)];
        }
    }

    internal Fault? Choose(EmulatorOperation operation, string path)
    {
        lock (_gate)
        {
            Fault? chosen = null;
            foreach (var active in _active)
            {
                if (active.IsDue(operation, path, _random) && chosen is null)
                {
                    chosen = active.Fault;
                    active.Remaining--;
                }
            }

            return chosen;
        }
    }

    private sealed class ActiveFault(Fault fault)
    {
        private int _seen;

        public Fault Fault { get; } = fault;

        public int Remaining { get; set; } = fault.Limit;

        public bool IsDue(EmulatorOperation operation, string path, Random random)
        {
            if (Fault.Operations.Count > 0 && !Fault.Operations.Contains(operation))
            {
                return false;
            }

            if (Fault.PathContains is { } part && !path.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }

            // The dice are rolled for every request that matches, so that the same requests meet the same fate whatever else is configured.
            var isHit = Fault.Probability >= 1 || random.NextDouble() < Fault.Probability;
            return _seen++ >= Fault.Skip && Remaining > 0 && isHit;
        }
    }
}
