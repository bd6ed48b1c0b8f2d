namespace OneDrive.Sdk.Http;

/// <summary>Cancels after a period of inactivity. Touching it restarts the period without allocations.</summary>
internal sealed class InactivityTimer : IDisposable
{
    private readonly TimeSpan _limit;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _registration;

    internal InactivityTimer(TimeSpan limit, TimeProvider timeProvider, CancellationToken caller)
    {
        _limit = limit;
        _caller = caller;
        _source = new CancellationTokenSource(limit, timeProvider);
        _registration = CancelWith(caller);
    }

    internal CancellationToken Token => _source.Token;

    /// <summary>Whether the wait ran out, as opposed to the caller giving up.</summary>
    internal bool HasFired => _source.IsCancellationRequested && !_caller.IsCancellationRequested;

    /// <summary>Cancels with another token, until the registration is disposed.</summary>
    internal CancellationTokenRegistration CancelWith(CancellationToken caller) =>
        caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);

    /// <summary>Suspends the timer until the next touch, because the current wait is not for the network.</summary>
    internal void Pause()
    {
        if (!_source.IsCancellationRequested)
        {
            _source.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    internal void Touch()
    {
        if (!_source.IsCancellationRequested)
        {
            _source.CancelAfter(_limit);
        }
    }

    /// <summary>Suspends the timer, and no longer cancels with the caller of the request, which has its response.</summary>
    internal void Detach()
    {
        _registration.Dispose();
        Pause();
    }

    /// <summary>The failure of the attempt.</summary>
    internal InactivityException Exceeded() => new(_limit);

    public void Dispose()
    {
        _registration.Dispose();
        _source.Dispose();
    }
}
