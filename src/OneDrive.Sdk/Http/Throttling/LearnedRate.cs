namespace OneDrive.Sdk.Http.Throttling;

/// <summary>
/// The rate of the service in resource units per second, estimated from the requests before it throttled. It is unknown before the first
/// rejection; then it decreases with each rejection and increases in growing steps without one.
/// </summary>
internal sealed class LearnedRate
{
    /// <summary>The used share of an estimate, and the kept share of a rate that was too high.</summary>
    private const double Safety = 0.97;
    private const double Cut = 0.93;

    /// <summary>An estimate from few requests may be too low: it reduces the rate by at most half.</summary>
    private const double DeepestCut = 0.5;
    private const int FewRequests = 20;

    /// <summary>The documented limits apply per minute: a longer pause is a penalty, and not a part of the window.</summary>
    private const double DocumentedWindow = 60;

    /// <summary>Retry-After has whole seconds and is rounded up: a stated pause may be too long by this time.</summary>
    private const double Rounding = 1;

    private const double FirstGain = 0.02;
    private const double LargestGain = 0.4;

    /// <summary>The number of paced requests without a rejection before each increase.</summary>
    private const int RequestsPerStep = 150;

    private double _cycleStart = double.NaN;
    private double _cycleCost;
    private int _cycleRequests;
    private bool _isCyclePaced;
    private double _halfStart;
    private double _costBeforeHalf;
    private int _requestsBeforeHalf;
    private double _lastCut = double.NegativeInfinity;
    private double _lastRefusedSentAt;
    private bool _isPauseOpen;
    private bool _isLone;
    private bool _isPauseStated;
    private double _activeUntil;
    private double _lastPause;
    private double _quietSince;
    private int _pacedRequests;
    private double _gain = FirstGain;

    /// <summary>Resource units per second; infinite while unknown.</summary>
    internal double Value { get; private set; } = double.PositiveInfinity;

    internal bool IsKnown => !double.IsPositiveInfinity(Value);

    /// <summary>The time of the last pause that was probably unnecessary, in seconds, which can be caught up.</summary>
    internal double Credit { get; private set; }

    /// <summary>When a rejection last ended a cycle; earlier requests do not indicate the rate after it.</summary>
    internal double LastCut => _lastCut;

    /// <summary>The resource units per second that the service executed in the current cycle.</summary>
    internal double Throughput(double now) => double.IsNaN(_cycleStart) ? 0 : _cycleCost / Math.Max(1, now - _cycleStart);

    /// <summary>A request is sent.</summary>
    internal void Sent(double now)
    {
        if (double.IsNaN(_cycleStart))
            StartCycle(now);
        else if (!(IsKnown && _isCyclePaced) && !_isPauseOpen && now - _halfStart > DocumentedWindow / 2)
            ForgetFirstHalf(now);
    }

    /// <summary>The service executed a request.</summary>
    /// <returns>Whether the request ended a pause.</returns>
    internal bool Served(AdmissionRequest request, double now)
    {
        if (request.SentAt < _lastCut)
            return false;
        var endsPause = _isPauseOpen;
        if (endsPause)
            EndPause(request.SentAt);
        if (request.SentAt < _cycleStart)
            return endsPause;
        _cycleCost += request.Cost;
        _cycleRequests++;
        if (request.WasPaced)
        {
            _isCyclePaced = true;
            Grow(now);
        }

        return endsPause;
    }

    /// <summary>The service rejected a request because the principal exceeds its limits.</summary>
    /// <param name="request">The request.</param>
    /// <param name="hasRetryAfter">Whether the service stated the pause.</param>
    /// <param name="isLone">Whether no other request was in flight or waiting.</param>
    /// <param name="now">The time.</param>
    /// <returns>Whether the rejection is the first of its pause.</returns>
    internal bool Refused(AdmissionRequest request, bool hasRetryAfter, bool isLone, double now)
    {
        _lastRefusedSentAt = Math.Max(_lastRefusedSentAt, request.SentAt);
        _isCyclePaced |= request.WasPaced;
        if (request.SentAt < _lastCut)
            return false;
        if (_isPauseOpen)
        {
            // The probe request was rejected: the pause continues.
            _isPauseStated = hasRetryAfter;
            _lastCut = now;
            return false;
        }

        _isPauseOpen = true;
        _isPauseStated = hasRetryAfter;
        _isLone = isLone;
        _activeUntil = now;
        _lastCut = now;
        return true;
    }

    /// <summary>Uses a rate that another machine learned, if none is known here.</summary>
    internal void Adopt(double rate)
    {
        if (rate > 0 && double.IsFinite(rate))
            Value = rate;
    }

    private void EndPause(double probeSentAt)
    {
        _isPauseOpen = false;

        // With a stated pause the window ends when it is over; otherwise between the last refusal and the first success.
        var end = _isPauseStated ? probeSentAt : (Math.Max(_lastRefusedSentAt, _activeUntil) + probeSentAt) / 2;
        var active = Math.Max(0, _activeUntil - _cycleStart);
        var pause = Math.Max(0, end - _activeUntil);
        var rounding = _isPauseStated ? Math.Min(Rounding, pause / 2) : 0;
        Credit = rounding / 2;
        pause -= rounding;
        var counted = active < DocumentedWindow ? Math.Min(pause, DocumentedWindow - active) : Math.Min(pause, DocumentedWindow / 2);
        var span = active + counted;
        var isSample = _cycleRequests >= FewRequests;
        if (!isSample && (!IsKnown || (_isLone && !_isCyclePaced)))
        {
            // One rejection after a few requests says nothing about the rate: the service may be busy with others.
            return;
        }

        if (span > 0 && _cycleCost > 0)
        {
            var estimate = Safety * _cycleCost / span;
            Value = IsKnown ? Math.Max(DeepestCut * Value, Math.Min(Cut * Value, estimate)) : estimate;
        }
        else if (IsKnown)
        {
            Value *= DeepestCut;
        }

        _lastPause = pause;
        _gain = FirstGain;
        _quietSince = probeSentAt;
        _pacedRequests = 0;

        // A cycle of few requests continues, so that the estimate becomes better and not only newer.
        if (isSample)
            StartCycle(probeSentAt);
    }

    private void StartCycle(double now)
    {
        _cycleStart = _halfStart = now;
        _cycleCost = _costBeforeHalf = 0;
        _cycleRequests = _requestsBeforeHalf = 0;
        _isCyclePaced = false;
    }

    /// <summary>
    /// Keeps the last half to full minute of a cycle that no rate held back: limits apply per minute, and an earlier hour with few requests
    /// does not show how much the service accepts.
    /// </summary>
    private void ForgetFirstHalf(double now)
    {
        if (now - _halfStart > DocumentedWindow)
        {
            StartCycle(now);
            return;
        }

        _cycleStart = _halfStart;
        _cycleCost -= _costBeforeHalf;
        _cycleRequests -= _requestsBeforeHalf;
        _halfStart = now;
        _costBeforeHalf = _cycleCost;
        _requestsBeforeHalf = _cycleRequests;
    }

    private void Grow(double now)
    {
        _pacedRequests++;

        // The longer the last pause was, the more another one costs. Two small steps that cost none show that the limit is another one now.
        // Where the service did not state the pause, the estimate is less sure and worth a try.
        var quiet = _lastPause * (_gain > 2 * FirstGain ? 0.5 : !_isPauseStated ? 1 : _gain > FirstGain ? 4 : 2);
        if (_pacedRequests < RequestsPerStep || now - _quietSince < quiet)
            return;
        Value *= 1 + _gain;
        _gain = Math.Min(LargestGain, 2 * _gain);
        _quietSince = now;
        _pacedRequests = 0;
    }
}
