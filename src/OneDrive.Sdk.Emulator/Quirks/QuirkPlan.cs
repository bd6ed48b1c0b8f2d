using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;

namespace OneDrive.Sdk.Emulator;

/// <summary>Which quirks of the service the emulator plays. None from the start.</summary>
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
    private readonly QuirkRules _rules;

    internal QuirkPlan(int seed) => _rules = new QuirkRules(this, new Random(seed));

    /// <summary>The quirks that are played, in the order of their numbers.</summary>
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

    /// <summary>Plays these quirks as well.</summary>
    /// <param name="quirks">The quirks.</param>
    /// <returns>The same plan.</returns>
    /// <exception cref="ArgumentException">There is no such quirk.</exception>
    public QuirkPlan Enable(params EmulatorQuirk[] quirks)
    {
        ArgumentNullException.ThrowIfNull(quirks);
        if (Array.Find(quirks, quirk => !Enum.IsDefined(quirk)) is var unknown && unknown != default)
        {
            throw new ArgumentException($"There is no quirk {(int)unknown}.", nameof(quirks));
        }

        lock (_gate)
        {
            _enabled.UnionWith(quirks);
        }

        return this;
    }

    /// <summary>
    /// Plays everything that a client can survive: a client that transfers folders on a nasty day is ready for the service.
    /// </summary>
    /// <returns>The same plan.</returns>
    public QuirkPlan EnableNastyDay() => Enable(OfANastyDay);

    /// <summary>Plays these quirks no longer.</summary>
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

    /// <summary>Plays no quirk.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _enabled.Clear();
        }
    }

    /// <summary>Whether a quirk is played.</summary>
    /// <param name="quirk">The quirk.</param>
    /// <returns>Whether it is.</returns>
    public bool IsEnabled(EmulatorQuirk quirk)
    {
        lock (_gate)
        {
            return _enabled.Contains(quirk);
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
                return _enabled.Count == 0;
            }
        }
    }

    internal Fault? Choose(Exchange exchange, Route route, int inFlight) => IsIdle ? null : _rules.Choose(exchange, route, inFlight);
}
