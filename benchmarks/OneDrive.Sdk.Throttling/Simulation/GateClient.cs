using System.Globalization;
using OneDrive.Sdk.Http.Throttling;
using OneDrive.Sdk.Throttling.Models;

namespace OneDrive.Sdk.Throttling.Simulation;

/// <summary>This SDK: the admission controller of its gate, with the waits of its retry rules.</summary>
internal sealed class GateClient : SimulatedClient
{
    private const double MaxElapsed = 15 * 60;
    private const int MaxRetryAttempts = 5;

    private readonly AdmissionController _gate;
    private readonly double _scale;
    private double _wakeAt = double.PositiveInfinity;

    /// <param name="service">The service.</param>
    /// <param name="unitsPerMinute">The budget that is configured.</param>
    /// <param name="scale">How much slower the clock of the client runs than that of the service: the windows seem so much shorter.</param>
    internal GateClient(SimulatedService service, double? unitsPerMinute, double scale = 1)
        : base(service)
    {
        _scale = scale;
        _gate = new AdmissionController(16) { MaxRate = unitsPerMinute * scale / 60 ?? double.PositiveInfinity };
    }

    private double Now => Clock.Now / _scale;

    internal override void Start(Job job) => Enter(job, isRepeat: false);

    private void Enter(Job job, bool isRepeat)
    {
        job.Attempt = new AdmissionRequest
        {
            Cost = job.Cost,
            Level = job.Priority is CallPriority.Bulk ? 2 : job.Cost > 1 ? 1 : 0,
            IsRepeat = isRepeat,
        };
        job.Attempt.Job = job;
        _gate.Enter(job.Attempt, Now);
        Pump();
    }

    private void Pump()
    {
        while (_gate.Next(Now, out _) is { } request)
        {
            var job = (Job)request.Job!;
            Service.Send(job.Cost, answer => Answered(job, request, answer));
        }

        _ = _gate.Next(Now, out var next);
        if (double.IsPositiveInfinity(next) || next >= _wakeAt)
            return;
        _wakeAt = next;
        Clock.At((next * _scale) + 1e-9, () =>
        {
            _wakeAt = double.PositiveInfinity;
            Pump();
        });
    }

    private void Answered(Job job, AdmissionRequest request, ServerAnswer answer)
    {
        double? wait = answer.RetryAfter is { } text ? Math.Ceiling(double.Parse(text, CultureInfo.InvariantCulture) / _scale) : null;
        RateLimitReport? report = answer.RateLimit is { } limit
            ? new(limit.Limit, limit.Remaining, Math.Ceiling(limit.Reset / _scale)) : null;
        var outcome = answer.Status switch
        {
            200 => AdmissionOutcome.Served,
            429 => AdmissionOutcome.Throttled,
            _ => AdmissionOutcome.Busy,
        };
        _gate.Complete(request, new AdmissionResult(outcome, wait, 0.5 * (0.8 + (0.4 * Service.Jitter())), Budget: report), Now);
        if (outcome is AdmissionOutcome.Served)
            job.End(isDone: true);
        else
            Repeat(job, answer, wait);
        Pump();
    }

    private void Repeat(Job job, ServerAnswer answer, double? wait)
    {
        if (double.IsNaN(job.FirstRefusedAt))
            job.FirstRefusedAt = Now;
        var isCounted = answer.Status == 503 && wait is null;
        if (isCounted ? ++job.Failures > MaxRetryAttempts : Now - job.FirstRefusedAt > MaxElapsed)
        {
            job.End(isDone: false);
            return;
        }

        if (answer.Status == 429)
        {
            Enter(job, isRepeat: true);
            return;
        }

        var delay = wait > 0
            ? wait.Value + (0.1 * Service.Jitter())
            : Math.Min(30, Math.Pow(2, job.Failures - 1)) * (0.8 + (0.4 * Service.Jitter()));
        Clock.At(Clock.Now + (delay * _scale), () => Enter(job, isRepeat: true));
    }
}
