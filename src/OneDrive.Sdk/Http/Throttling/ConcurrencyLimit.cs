namespace OneDrive.Sdk.Http.Throttling;

/// <summary>
/// The adaptive concurrency limit: it decreases when the service throttles and increases with successful requests, as TCP congestion
/// control does (https://datatracker.ietf.org/doc/html/rfc5681#section-3.1).
/// </summary>
internal sealed class ConcurrencyLimit
{
    /// <summary>This many consecutive rejections with a limit of one are not caused by load.</summary>
    private const int OutageRefusals = 16;

    /// <summary>Above the threshold the limit increases by one in this many round trips.</summary>
    private const double RoundTripsPerStep = 4;

    /// <summary>A single rejection reduces the limit by slightly more than a round trip adds.</summary>
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

    /// <summary>
    /// The principal exceeds its limits: after the pause one probe request is sent, and the limit increases again from there.
    /// </summary>
    internal void Throttled()
    {
        _threshold = Math.Max(2, 0.7 * _value);
        _value = 1;
    }

    /// <summary>A single request was rejected: two in one round trip indicate that the concurrency is too high.</summary>
    /// <returns>Whether the service rejects everything although only few requests are sent.</returns>
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

    /// <summary>A round trip ended: rejections of different round trips are not added.</summary>
    internal void RoundTripEnded() => _busyInFlight = 0;
}
