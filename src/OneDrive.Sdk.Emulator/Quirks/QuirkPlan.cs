using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;

namespace OneDrive.Sdk.Emulator;

/// <summary>The enabled quirks of the service. Initially none.</summary>
public sealed class QuirkPlan
{
    private static readonly EmulatorQuirk[] OfANastyDay =
    [
        EmulatorQuirk.DocumentsAreChanged,
        EmulatorQuirk.AcknowledgementsAreLost,
        EmulatorQuirk.FreshSessionsAreNotFound,
        EmulatorQuirk.UploadAddressesEndEarly,
        EmulatorQuirk.FreshFilesCannotBeChanged,
        EmulatorQuirk.ChangesComeTwice,
        EmulatorQuirk.ThrottlingWithoutAdvice,
        EmulatorQuirk.BandwidthIsExceeded,
        EmulatorQuirk.GoodTokensExpire,
        EmulatorQuirk.ItemsAreLocked,
        EmulatorQuirk.LargeFragmentsTimeOut,
        EmulatorQuirk.QuotasAreZero,
        EmulatorQuirk.TimesAreWholeSeconds,
        EmulatorQuirk.ParallelRequestsAreThrottled,
    ];

    private readonly object _gate = new();
    private readonly SortedSet<EmulatorQuirk> _enabled = [];
    private readonly Dictionary<string, SortedSet<EmulatorQuirk>> _ofDrives = new(StringComparer.Ordinal);
    private readonly QuirkRules _rules;

    internal QuirkPlan(int seed) => _rules = new QuirkRules(this, new Random(seed));

    /// <summary>The quirks that are enabled for all drives, in the order of their numbers.</summary>
    public IReadOnlyList<EmulatorQuirk> Enabled
    {
        get
        {
            lock (_gate)
            {
                return [.. _enabled];
            }
        }
    }

    /// <summary>Enables quirks in addition to those that are already enabled.</summary>
    /// <param name="quirks">The quirks.</param>
    /// <returns>The same plan.</returns>
    /// <exception cref="ArgumentException">The quirk does not exist.</exception>
    public QuirkPlan Enable(params EmulatorQuirk[] quirks)
    {
        ArgumentNullException.ThrowIfNull(quirks);
        RequireKnown(quirks);
        lock (_gate)
        {
            _enabled.UnionWith(quirks);
        }

        return this;
    }

    /// <summary>Enables all quirks that a client must handle.</summary>
    /// <returns>The same plan.</returns>
    public QuirkPlan EnableNastyDay() => Enable(OfANastyDay);

    /// <summary>Disables quirks.</summary>
    /// <param name="quirks">The quirks.</param>
    /// <returns>The same plan.</returns>
    public QuirkPlan Disable(params EmulatorQuirk[] quirks)
    {
        ArgumentNullException.ThrowIfNull(quirks);
        lock (_gate)
        {
            _enabled.ExceptWith(quirks);
        }

        return this;
    }

    /// <summary>
    /// Enables quirks for requests of one drive: requests that address it, or that carry a token of its user. Use it in tests that share an
    /// emulator.
    /// </summary>
    /// <param name="drive">The drive.</param>
    /// <param name="quirks">The quirks; they replace the quirks of this drive. An empty list disables all.</param>
    /// <returns>The same plan.</returns>
    /// <exception cref="ArgumentException">The quirk does not exist.</exception>
    public QuirkPlan EnableFor(EmulatorDrive drive, params EmulatorQuirk[] quirks)
    {
        ArgumentNullException.ThrowIfNull(drive);
        ArgumentNullException.ThrowIfNull(quirks);
        RequireKnown(quirks);
        Set(drive.Id, quirks);
        return this;
    }

    /// <summary>Disables all quirks.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _enabled.Clear();
            _ofDrives.Clear();
        }
    }

    /// <summary>Whether a quirk is enabled for all drives.</summary>
    /// <param name="quirk">The quirk.</param>
    /// <returns>Whether it is enabled.</returns>
    public bool IsEnabled(EmulatorQuirk quirk)
    {
        lock (_gate)
        {
            return _enabled.Contains(quirk);
        }
    }

    /// <summary>The quirks that are enabled for all drives, and for these drives.</summary>
    internal HashSet<EmulatorQuirk> EnabledFor(IEnumerable<string> driveIds)
    {
        lock (_gate)
        {
            HashSet<EmulatorQuirk> enabled = [.. _enabled];
            foreach (var drive in driveIds)
            {
                enabled.UnionWith(_ofDrives.GetValueOrDefault(drive) ?? []);
            }

            return enabled;
        }
    }

    /// <summary>The quirks that are enabled for one drive, or for all.</summary>
    internal IReadOnlyList<EmulatorQuirk> Of(string? driveId)
    {
        lock (_gate)
        {
            return [.. driveId is null ? _enabled : _ofDrives.GetValueOrDefault(driveId) ?? []];
        }
    }

    /// <summary>Enables only these quirks for one drive, or for all.</summary>
    internal void Set(string? driveId, IEnumerable<EmulatorQuirk> quirks)
    {
        lock (_gate)
        {
            if (driveId is null)
            {
                _enabled.Clear();
                _enabled.UnionWith(quirks);
                return;
            }

            _ofDrives.Remove(driveId);
            SortedSet<EmulatorQuirk> wanted = [.. quirks];
            if (wanted.Count > 0)
            {
                _ofDrives.Add(driveId, wanted);
            }
        }
    }

    /// <summary>The quirk of this number or name; null when there is none.</summary>
    internal static EmulatorQuirk? Parse(string text)
        => Enum.TryParse<EmulatorQuirk>(text, ignoreCase: true, out var quirk) && Enum.IsDefined(quirk) ? quirk : null;

    internal static bool IsOfANastyDay(EmulatorQuirk quirk) => OfANastyDay.Contains(quirk);

    internal bool IsIdle
    {
        get
        {
            lock (_gate)
            {
                return _enabled.Count + _ofDrives.Count == 0;
            }
        }
    }

    internal static EmulatorQuirk[] NastyDay => [.. OfANastyDay];

    internal Fault? Choose(Exchange exchange, Route route, int inFlight) => IsIdle ? null : _rules.Choose(exchange, route, inFlight);

    private static void RequireKnown(EmulatorQuirk[] quirks)
    {
        if (Array.Find(quirks, quirk => !Enum.IsDefined(quirk)) is var unknown && unknown != default)
        {
            throw new ArgumentException($"The quirk {(int)unknown} does not exist.", nameof(quirks));
        }
    }
}
