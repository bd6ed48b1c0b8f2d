using System.Text.Json;
using OneDrive.Sdk.Emulator.Faults;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator;

/// <summary>The faults of an emulator. The first one that is due is applied; at most one fault is applied to a request.</summary>
public sealed class FaultPlan
{
    private readonly object _gate = new();
    private readonly List<ActiveFault> _active = [];
    private readonly Random _random;
    private readonly Func<string, string?> _findDrive;
    private int _lastId;

    internal FaultPlan(int seed, Func<string, string?> findDrive) => (_random, _findDrive) = (new Random(seed), findDrive);

    /// <summary>Adds a fault.</summary>
    /// <param name="fault">The fault.</param>
    /// <returns>The same plan.</returns>
    public FaultPlan Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_gate)
        {
            _active.Add(new ActiveFault(++_lastId, fault));
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
    /// Adds the faults of a JSON text: a fault, a list of faults, or the name of a throttling profile, as the control address accepts.
    /// </summary>
    /// <param name="json">The text.</param>
    /// <returns>The same plan.</returns>
    /// <exception cref="ArgumentException">The text is not valid; the message contains the reason.</exception>
    public FaultPlan AddJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json);
            foreach (var fault in Read(document.RootElement))
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

    /// <summary>The faults that can still be applied.</summary>
    /// <returns>A copy of the list.</returns>
    public IReadOnlyList<Fault> ToList()
    {
        lock (_gate)
        {
            return [.. _active.Where(active => active.Remaining > 0).Select(active => active.Fault)];
        }
    }

    /// <summary>Reads what a program declared; owners become their drives.</summary>
    internal IReadOnlyList<Fault> Read(JsonElement json) => FaultJson.ReadAll(json, _findDrive);

    /// <summary>The faults that can still strike, with their numbers and how often they will.</summary>
    internal IReadOnlyList<ActiveFault> ListActive()
    {
        lock (_gate)
        {
            return [.. _active.Where(active => active.Remaining > 0).Select(active => active.Copy())];
        }
    }

    /// <summary>Adds faults, and tells their numbers.</summary>
    internal IReadOnlyList<ActiveFault> AddAll(IEnumerable<Fault> faults)
    {
        lock (_gate)
        {
            List<ActiveFault> added = [.. faults.Select(fault => new ActiveFault(++_lastId, fault))];
            _active.AddRange(added);
            return added;
        }
    }

    /// <summary>Removes faults; answers how many there were.</summary>
    internal int Remove(Func<ActiveFault, bool> matches)
    {
        lock (_gate)
        {
            return _active.RemoveAll(active => matches(active));
        }
    }

    /// <summary>Puts faults back as they were, instead of those that match.</summary>
    internal void Restore(IEnumerable<ActiveFault> faults, Func<ActiveFault, bool> matches)
    {
        lock (_gate)
        {
            _active.RemoveAll(active => matches(active));
            _active.AddRange(faults.Where(matches).Select(active => active.Copy()));
        }
    }

    internal Fault? Choose(EmulatorOperation operation, string path, IReadOnlyList<string> driveIds)
    {
        lock (_gate)
        {
            Fault? chosen = null;
            foreach (var active in _active)
            {
                if (active.IsDue(operation, path, driveIds, _random) && chosen is null)
                {
                    chosen = active.Fault;
                    active.Remaining--;
                }
            }

            return chosen;
        }
    }

    /// <summary>A fault, and how far it has got.</summary>
    internal sealed class ActiveFault(int id, Fault fault)
    {
        private int _seen;

        public int Id { get; } = id;

        public Fault Fault { get; } = fault;

        public int Remaining { get; set; } = fault.Limit;

        public ActiveFault Copy() => new(Id, Fault) { Remaining = Remaining, _seen = _seen };

        public bool IsDue(EmulatorOperation operation, string path, IReadOnlyList<string> driveIds, Random random)
        {
            if (Fault.DriveId is { } drive && !driveIds.Contains(drive, StringComparer.Ordinal))
            {
                return false;
            }

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
