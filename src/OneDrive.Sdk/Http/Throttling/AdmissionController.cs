namespace OneDrive.Sdk.Http.Throttling;

/// <summary>
/// Decides when each request is sent. Without side effects and single-threaded: the time is an argument in seconds of a monotonic clock, so
/// that the same code runs behind <see cref="ThrottleGate"/> and in a simulation.
/// </summary>
/// <param name="maxConcurrent">The maximum number of concurrent requests.</param>
internal sealed class AdmissionController(int maxConcurrent)
{
    /// <summary>The longest pause that is honored completely; during a longer one, one probe request per hour is sent.</summary>
    internal const double LongestPause = 3600;

    private const double LongestOwnPause = 10;
    private const double OwnPauseGrowth = 1.5;

    /// <summary>Added to a pause, so that small clock differences do not cause a rejection.</summary>
    private const double PauseMargin = 0.002;

    /// <summary>The pacing catches up turns that a late timer missed, up to this time.</summary>
    private const double CatchUp = 0.02;

    /// <summary>How much interactive requests may exceed the pace, in seconds of the pace.</summary>
    private const double InteractiveReserve = 0.5;

    /// <summary>The amount that interactive requests exceed the pace by must fit into the budget of a minute.</summary>
    private const double BudgetShare = 0.98;

    private readonly AdmissionQueue _queue = new();
    private readonly ConcurrencyLimit _limit = new(maxConcurrent);
    private readonly LearnedRate _rate = new();
    private readonly RateLimitBudget _budget = new();
    private double _pauseUntil = double.NegativeInfinity;
    private double _askedUntil = double.NegativeInfinity;
    private bool _isProbing;
    private int _refusalsInARow;
    private double _costInFlight;
    private double _nextTurn = double.NegativeInfinity;
    private double _roundTripStart = double.NegativeInfinity;

    internal int Waiting => _queue.Count;

    /// <summary>The reason why the next request waits.</summary>
    internal AdmissionWait Obstacle => _queue.Peek()?.WaitsFor ?? AdmissionWait.None;

    internal int InFlight { get; private set; }

    internal int ConcurrencyLimit => _limit.Value;

    /// <summary>Resource units per second; infinite while unknown.</summary>
    internal double Rate
    {
        get => _rate.Value;
        set => _rate.Adopt(value);
    }

    /// <summary>The resource units per second that the service executed recently.</summary>
    internal double Throughput(double now) => _rate.Throughput(now);

    /// <summary>The remaining budget of the service; null if its responses do not contain it.</summary>
    internal double? Remaining(double now) => _budget.IsValid(now) ? _budget.Remaining : null;

    /// <summary>The budget of the application in resource units per second.</summary>
    internal double MaxRate { get; set; } = double.PositiveInfinity;

    internal double PauseLeft(double now) => Math.Max(0, _pauseUntil - now);

    internal bool IsPaused(double now) => now < _pauseUntil;

    internal void Raise(int maximum) => _limit.Raise(maximum);

    internal void Enter(AdmissionRequest request, double now)
    {
        request.EnteredAt = now;
        _queue.Add(request);
    }

    /// <summary>Sends a request at once if no other waits; otherwise it has to <see cref="Enter"/>.</summary>
    internal bool TryPass(AdmissionRequest request, double now)
    {
        request.EnteredAt = now;
        return _queue.Count == 0 && Pass(request, now, out _) is not null;
    }

    internal bool Leave(AdmissionRequest request) => _queue.Remove(request);

    /// <summary>Gets the next request to send; otherwise null, and the time to call again (infinite if a response is required).</summary>
    internal AdmissionRequest? Next(double now, out double wakeAt)
    {
        wakeAt = double.PositiveInfinity;
        return _queue.Peek() is { } request ? Pass(request, now, out wakeAt) : null;
    }

    private AdmissionRequest? Pass(AdmissionRequest request, double now, out double wakeAt)
    {
        wakeAt = double.PositiveInfinity;
        if (IsPaused(now))
        {
            request.WaitsFor = AdmissionWait.CoolDown;
            wakeAt = _pauseUntil;
            return null;
        }

        if (_budget.TakeRenewal(now))
            _isProbing = true;
        if (InFlight >= (_isProbing ? 1 : Math.Min(_limit.Value, request.MaxConcurrent)))
        {
            request.WaitsFor = _isProbing ? AdmissionWait.CoolDown : AdmissionWait.Place;
            return null;
        }

        if (!request.IgnoresPacing && !IsTurnOf(ref request, now, ref wakeAt))
            return null;
        Send(request, now);
        return request;
    }

    /// <summary>An attempt has ended.</summary>
    /// <returns>Whether a pause started or was extended.</returns>
    internal bool Complete(AdmissionRequest request, in AdmissionResult result, double now)
    {
        InFlight--;
        _costInFlight -= request.Cost;
        if (request.SentAt >= _roundTripStart)
        {
            _roundTripStart = now;
            _limit.RoundTripEnded();
        }

        if (result.Budget is { } report)
            _budget.Report(report, request.SentAt, now);
        switch (result.Outcome)
        {
            case AdmissionOutcome.Served:
                if (request.SentAt >= _rate.LastCut)
                {
                    _isProbing = false;
                    _refusalsInARow = 0;
                    _askedUntil = double.NegativeInfinity;
                }

                _limit.Served(request.SentAt);
                if (_rate.Served(request, now))
                    _nextTurn = request.SentAt - _rate.Credit;
                return false;
            case AdmissionOutcome.Throttled:
                return Throttle(request, result, now);
            case AdmissionOutcome.Busy when !IsAskedToPause(now):
                return _limit.Busy(request.SentAt, now) && Pause(OwnPause(result), now);
            default:
                // The request that tried once an hour brought no answer: the rest of the long pause holds.
                return IsAskedToPause(now) && Pause(_askedUntil - now, now);
        }
    }

    /// <summary>A part of a response was throttled, without a separate attempt.</summary>
    internal bool Learn(AdmissionRequest request, in AdmissionResult result, double now)
    {
        _rate.Sent(now);
        if (result.Outcome is not AdmissionOutcome.Throttled)
            return false;

        // The parts of one answer are refused together: that is one refusal.
        return IsPaused(now) ? result.RetryAfter > 0 && Pause(result.RetryAfter.Value, now) : Throttle(request, result, now);
    }

    /// <summary>Pauses all requests for a time.</summary>
    internal bool Pause(double seconds, double now)
    {
        _askedUntil = Math.Max(_askedUntil, now + seconds);
        var until = now + Math.Min(seconds, LongestPause);
        if (until <= _pauseUntil)
            return false;
        _pauseUntil = until;
        _isProbing = true;
        return true;
    }

    /// <summary>Whether the caller of a request does not accept the current pause.</summary>
    internal bool IsImpatient(AdmissionRequest request, double now)
    {
        if (!IsPaused(now))
            return false;
        if (double.IsNaN(request.PausedSince))
            request.PausedSince = now - request.PausedBefore;
        return _pauseUntil - now > request.LongestPause || _pauseUntil - request.PausedSince > request.PauseBudget;
    }

    /// <summary>Removes the requests whose callers do not accept the current pause.</summary>
    internal List<AdmissionRequest>? TakeImpatient(double now) =>
        IsPaused(now) ? _queue.RemoveWhere(request => IsImpatient(request, now)) : null;

    internal void ForEachWaiting(Action<AdmissionRequest> action) => _queue.ForEach(action);

    private bool IsAskedToPause(double now) => _isProbing && !IsPaused(now) && _askedUntil > now;

    private bool Throttle(AdmissionRequest request, in AdmissionResult result, double now)
    {
        var hasRetryAfter = result.RetryAfter > 0;
        var isOld = request.SentAt < _rate.LastCut;
        if (_rate.Refused(request, hasRetryAfter, isLone: InFlight == 0 && Waiting == 0, now))
            _limit.Throttled();
        if (!hasRetryAfter && isOld)
            return false;
        var wait = hasRetryAfter ? result.RetryAfter!.Value + PauseMargin : OwnPause(result);
        if (!isOld)
            _refusalsInARow++;
        return Pause(wait, now);
    }

    private double OwnPause(in AdmissionResult result) =>
        result.OwnPauseGrows
            ? Math.Min(LongestOwnPause, result.OwnPause * Math.Pow(OwnPauseGrowth, Math.Min(_refusalsInARow, 20)))
            : result.OwnPause;

    private bool IsTurnOf(ref AdmissionRequest request, double now, ref double wakeAt)
    {
        var interval = Interval(request, now, out var isSpent);
        if (isSpent)
        {
            request.WaitsFor = AdmissionWait.Pacing;
            request.WasPaced = true;
            if (InFlight == 0)
                wakeAt = _budget.ResetAt;
            return false;
        }

        if (interval <= 0)
            return true;
        var earliest = Math.Max(_nextTurn, now - Math.Max(interval, Math.Max(CatchUp, _rate.Credit)));
        if (earliest > now && (_queue.Peek(0) ?? _queue.Peek(1)) is { } interactive && earliest - InteractiveReserve <= now)
        {
            // An interactive request goes ahead of its turn; those behind it wait the longer.
            request = interactive;
            interval = Interval(request, now, out isSpent);
            if (isSpent)
                return false;
        }
        else if (earliest > now)
        {
            request.WaitsFor = AdmissionWait.Pacing;
            request.WasPaced = true;
            wakeAt = earliest;
            return false;
        }

        _nextTurn = earliest + interval;
        return true;
    }

    private double Interval(AdmissionRequest request, double now, out bool isSpent)
    {
        isSpent = false;
        var interval = request.Cost / Math.Min(_rate.Value, MaxRate * BudgetShare);
        if (!_budget.IsValid(now))
            return interval;
        if (_budget.Interval(request.Cost, _costInFlight, now) is not { } paced)
        {
            isSpent = true;
            return interval;
        }

        return Math.Max(interval, paced);
    }

    private void Send(AdmissionRequest request, double now)
    {
        _queue.Take(request);
        request.SentAt = now;
        request.WaitsFor = AdmissionWait.None;
        InFlight++;
        _costInFlight += request.Cost;
        _rate.Sent(now);
    }
}
