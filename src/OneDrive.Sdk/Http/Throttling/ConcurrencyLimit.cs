namespace OneDrive.Sdk.Http.Throttling;

/// <summary>
/// How many requests may be under way at once: it falls when the service refuses work and rises with what goes through, as TCP shares a
/// line (https://datatracker.ietf.org/doc/html/rfc5681#section-3.1).
/// </summary>
internal sealed class ConcurrencyLimit
{
    /// <summary>So many refusals in a row at a limit of one are not a matter of load.</summary>
    private const int OutageRefusals = 16;

    /// <summary>Above the threshold the limit rises by one in so many round trips.</summary>
    private const double RoundTripsPerStep = 4;

    /// <summary>A single refusal takes a little more away than a round trip adds.</summary>
    private const double SingleRefusal = 0.35;

    private double _maximum;
    private double _threshold;
    private double _value;
    private double _lastBusyCut = double.NegativeInfinity;
    private int _busyInFlight;
    private int _busyInARow;

    internal ConcurrencyLimit(int maximum)
    {
        _maximum = maximum;
        _threshold = maximum;
        _value = maximum;
    }

    internal int Value => (int)_value;

    /// <summary>Another client with a higher maximum uses the same gate.</summary>
    internal void Raise(int maximum)
    {
        if (maximum <= _maximum)
            return;
        if (_value >= _maximum)
            _value = maximum;
        if (_threshold >= _maximum)
            _threshold = maximum;
        _maximum = maximum;
    }

    internal void Served(double sentAt)
    {
        _busyInARow = 0;
        if (sentAt < _lastBusyCut)
            return;
        _value = Math.Min(_maximum, _value < _threshold ? _value + 1 : _value + (1 / (_value * RoundTripsPerStep)));
    }

    /// <summary>The principal asks for too much: after the pause one request tries, and the limit rises again from there.</summary>
    internal void Throttled()
    {
        _threshold = Math.Max(2, 0.7 * _value);
        _value = 1;
    }

    /// <summary>A single request was refused: two in one round trip are a sign that too many are under way.</summary>
    /// <returns>Whether the service refuses everything although hardly anything is sent.</returns>
    internal bool Busy(double sentAt, double now)
    {
        _busyInARow++;
        if (sentAt >= _lastBusyCut && ++_busyInFlight >= 2)
        {
            _busyInFlight = 0;
            _lastBusyCut = now;
            _value = Math.Max(1, _value * 0.85);
            _threshold = Math.Min(_threshold, _value);
        }
        else
        {
            _value = Math.Max(1, _value - SingleRefusal);
        }

        return _busyInARow > OutageRefusals && _value < 2;
    }

    /// <summary>A round trip passed: a refusal in the next one does not count together with one in this.</summary>
    internal void RoundTripEnded() => _busyInFlight = 0;
}
