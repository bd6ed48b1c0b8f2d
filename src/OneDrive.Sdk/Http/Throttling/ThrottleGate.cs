using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Diagnostics;

namespace OneDrive.Sdk.Http.Throttling;

/// <summary>
/// Lets the requests of one principal, or to one pre-authenticated host, pass when the <see cref="AdmissionController"/> allows it. A
/// waiting request does not hold resources.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The timer runs while requests wait, and is disposed of with the last of them.")]
internal sealed class ThrottleGate
{
    private static readonly TimeSpan LongWait = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan StorePatience = TimeSpan.FromSeconds(1);

    private const double SamePause = 0.05;

    /// <summary>Timers have whole milliseconds; a smaller difference is a rounding error.</summary>
    private const double TimerPrecision = 0.001;

    private readonly object _gate = new();
    private readonly Func<string> _createId;
    private string? _id;
    private readonly AdmissionController _controller;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly long _origin;
    private ITimer? _timer;
    private double _wakeAt = double.PositiveInfinity;
    private bool _isPauseLogged;
    private double _lastUsed;

    /// <summary>The end of the pause that a response to this process started; those of other processes are not published again.</summary>
    private double _ownPauseUntil = double.NegativeInfinity;

    internal ThrottleGate(Func<string> createId, int maxConcurrent, TimeProvider timeProvider, ILogger logger)
    {
        _createId = createId;
        _controller = new AdmissionController(maxConcurrent);
        _timeProvider = timeProvider;
        _logger = logger;
        _origin = timeProvider.GetTimestamp();
    }

    /// <summary>A name for metrics and messages that does not reveal the principal.</summary>
    internal string Id => _id ??= _createId();

    /// <summary>Shares the state with other processes; null if it is not shared.</summary>
    internal GateSynchronizer? Synchronizer { get; set; }

    /// <summary>The learned rate in resource units per second; null while unknown.</summary>
    internal double? Rate
    {
        get => State.Rate;
        set
        {
            lock (_gate)
                _controller.Rate = value ?? double.PositiveInfinity;
        }
    }

    /// <summary>Whether the registry has removed the gate, so that it must not be used any more.</summary>
    internal bool IsRetired { get; set; }

    /// <summary>The remaining pause; zero if the gate is open.</summary>
    internal TimeSpan PauseLeft
    {
        get
        {
            lock (_gate)
                return TimeSpan.FromSeconds(_controller.PauseLeft(Now));
        }
    }

    /// <summary>Whether the gate is unused and does not have state to keep.</summary>
    internal bool IsIdle
    {
        get
        {
            lock (_gate)
                return _controller is { InFlight: 0, Waiting: 0 } && !_controller.IsPaused(Now) && Now - _lastUsed > 600;
        }
    }

    internal GateState State
    {
        get
        {
            lock (_gate)
            {
                var now = Now;
                return new GateState(
                    _controller.InFlight,
                    _controller.Waiting,
                    _controller.PauseLeft(now),
                    Math.Max(0, _ownPauseUntil - now),
                    _controller.ConcurrencyLimit,
                    double.IsFinite(_controller.Rate) ? _controller.Rate : null,
                    _controller.Throughput(now),
                    _controller.Remaining(now));
            }
        }
    }

    private double Now => _timeProvider.GetElapsedTime(_origin).TotalSeconds;

    /// <summary>Adds the settings of another client.</summary>
    internal void Use(int maxConcurrent, double? resourceUnitsPerMinute)
    {
        lock (_gate)
        {
            _controller.Raise(maxConcurrent);
            if (resourceUnitsPerMinute is { } units)
                _controller.MaxRate = Math.Min(_controller.MaxRate, units / 60);
        }
    }

    /// <summary>Waits until the attempt may be sent.</summary>
    /// <exception cref="ThrottledException">The service returned a <c>Retry-After</c> that the caller does not accept.</exception>
    internal ValueTask EnterAsync(GateTicket ticket, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled(cancellationToken);
        Synchronizer?.Use();
        return Synchronizer?.Known is { IsCompleted: false } known
            ? new ValueTask(EnterAsync(ticket, known, cancellationToken))
            : EnterNowAsync(ticket, cancellationToken);
    }

    /// <summary>The first requests wait for what other processes know; a slow store does not delay them for long.</summary>
    private async Task EnterAsync(GateTicket ticket, Task known, CancellationToken cancellationToken)
    {
        try
        {
            await known.WaitAsync(StorePatience, _timeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The gate uses its own state.
        }

        await EnterNowAsync(ticket, cancellationToken).ConfigureAwait(false);
    }

    private ValueTask EnterNowAsync(GateTicket ticket, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var now = Now;
            _lastUsed = now;
            if (_controller.IsImpatient(ticket, now))
                return ValueTask.FromException(NotSent(ticket, now));
            if (_controller.TryPass(ticket, now))
                return default;
            _controller.Enter(ticket, now);
            if (_controller.Next(now, out var wakeAt) is { } first)
            {
                if (ReferenceEquals(first, ticket))
                    return default;
                ticket.Queue();
                ((GateTicket)first).Admit();
                Pump();
            }
            else
            {
                ticket.Queue();
                WakeAt(wakeAt, now);
            }

            if (_controller.PauseLeft(now) > LongWait.TotalSeconds)
                LogLongWait(ticket);
        }

        return new ValueTask(WaitAsync(ticket, ticket.Admitted, cancellationToken));
    }

    /// <summary>An attempt that was sent has ended.</summary>
    internal void Complete(GateTicket ticket, in AdmissionResult result)
    {
        lock (_gate)
        {
            var now = Now;
            var rate = _controller.Rate;
            var isPaused = _controller.Complete(ticket, result, now);
            if (isPaused)
                PauseBegan(now);
            else if (result.Outcome is AdmissionOutcome.Served && _isPauseLogged && !_controller.IsPaused(now))
                PauseEnded();
            if (double.IsInfinity(rate) && double.IsFinite(_controller.Rate))
                Log.LimitLearned(_logger, Id, _controller.Rate * 60);
            Pump();
        }
    }

    /// <summary>Another process received a Retry-After.</summary>
    internal void PauseFor(TimeSpan pause)
    {
        lock (_gate)
        {
            // The other process measures the same pause with another clock: what differs by less is the same one.
            var seconds = pause.TotalSeconds;
            if (seconds > _controller.PauseLeft(Now) + SamePause && _controller.Pause(seconds, Now))
                PauseBegan(Now, isOwn: false);
        }
    }

    /// <summary>Records a rejection in a part of a response.</summary>
    internal void Learn(in AdmissionResult result)
    {
        var ticket = new GateTicket { Operation = "", Cost = 0 };
        lock (_gate)
        {
            ticket.SentAt = Now;
            if (_controller.Learn(ticket, result, Now))
                PauseBegan(Now);
        }
    }

    private async Task WaitAsync(GateTicket ticket, Task admitted, CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.UnsafeRegister(
            static (state, token) =>
            {
                var (gate, ticket) = ((ThrottleGate, GateTicket))state!;
                gate.Leave(ticket, token);
            },
            (this, ticket));

        // A pause has a timer of its own, at the end of which long waits are looked for.
        using var watch = !double.IsNaN(ticket.PausedSince) ? null : _timeProvider.CreateTimer(
            static state =>
            {
                var (gate, ticket) = ((ThrottleGate, GateTicket))state!;
                gate.LogLongWait(ticket);
            },
            (this, ticket),
            LongWait,
            Timeout.InfiniteTimeSpan);
        await admitted.ConfigureAwait(false);
        GateMessages.Waited(Id, ticket);
    }

    private void Leave(GateTicket ticket, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!_controller.Leave(ticket))
                return;
            ticket.Cancel(cancellationToken);
            Pump();
        }
    }

    private void Pump() => Pump(Now);

    private void Pump(double now)
    {
        double wakeAt;
        while (_controller.Next(now, out wakeAt) is { } request)
            ((GateTicket)request).Admit();
        WakeAt(wakeAt, now);
    }

    private void WakeAt(double wakeAt, double now)
    {
        if (double.IsInfinity(wakeAt) || (_timer is not null && _wakeAt <= wakeAt && _wakeAt > now))
            return;
        _timer?.Dispose();
        _wakeAt = wakeAt;
        _timer = _timeProvider.CreateTimer(
            static state => ((ThrottleGate)state!).Wake(),
            this,
            TimeSpan.FromMilliseconds(Math.Ceiling((Math.Max(0, wakeAt - now) * 1000) - TimerPrecision)),
            Timeout.InfiniteTimeSpan);
    }

    private void Wake()
    {
        lock (_gate)
        {
            // A clock that is behind by an error of rounding would set the same timer again and again.
            var now = Now;
            if (_wakeAt - now <= TimerPrecision / 1000)
                now = Math.Max(now, _wakeAt);
            _timer?.Dispose();
            _timer = null;
            _wakeAt = double.PositiveInfinity;
            Pump(now);
            _controller.ForEachWaiting(request =>
            {
                if (now - request.EnteredAt > LongWait.TotalSeconds)
                    LogLongWait((GateTicket)request);
            });
        }
    }

    private void PauseBegan(double now, bool isOwn = true)
    {
        if (isOwn)
        {
            _ownPauseUntil = now + _controller.PauseLeft(now);
            Synchronizer?.Publish();
        }

        if (!_isPauseLogged)
        {
            _isPauseLogged = true;
            Log.PauseBegan(_logger, Id, TimeSpan.FromSeconds(_controller.PauseLeft(now)));
        }

        if (_controller.TakeImpatient(now) is { } impatient)
        {
            foreach (var request in impatient)
                ((GateTicket)request).Refuse(NotSent((GateTicket)request, now));
        }
    }

    private void PauseEnded()
    {
        _isPauseLogged = false;
        Log.PauseEnded(_logger, Id);
    }

    private ThrottledException NotSent(GateTicket ticket, double now) =>
        GateMessages.NotSent(_logger, Id, ticket.Operation, TimeSpan.FromSeconds(_controller.PauseLeft(now)));

    private void LogLongWait(GateTicket ticket)
    {
        lock (_gate)
        {
            if (ticket.Node is null || ticket.IsLongWaitLogged)
                return;
            ticket.IsLongWaitLogged = true;
            Log.WaitsLong(_logger, ticket.Operation, GateMessages.Words(_controller.Obstacle), Id);
        }
    }
}
