using System.Diagnostics.CodeAnalysis;

namespace OneDrive.Sdk.Authentication;

/// <summary>One token request with any number of waiting callers. It is cancelled when the last of them has cancelled.</summary>
[SuppressMessage(
    "Design",
    "CA1001:Types that own disposable fields should be disposable",
    Justification = "A source without a timer has nothing to dispose of, and a waiter may cancel it while the request completes.")]
internal sealed class PendingTokenRequest
{
    private readonly CancellationTokenSource _abandonment = new();
    private readonly TaskCompletionSource<AccessToken> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _waiters;

    internal PendingTokenRequest() =>
        // Observe the exception, because all waiters may have left.
        _ = _completion.Task.ContinueWith(
            static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    /// <summary>Cancelled when no caller waits any more.</summary>
    internal CancellationToken Abandoned => _abandonment.Token;

    /// <summary>Joins the request; false if it was already cancelled. A caller that joined must leave.</summary>
    internal bool TryJoin()
    {
        lock (_completion)
        {
            if (_waiters < 0)
            {
                return false;
            }

            _waiters++;
            return true;
        }
    }

    /// <summary>Waits as one of those who joined, and leaves.</summary>
    internal async Task<AccessToken> WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _completion.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave();
        }
    }

    internal void Complete(AccessToken token) => _completion.TrySetResult(token);

    internal void Fail(Exception failure) => _completion.TrySetException(failure);

    /// <summary>Fails the request for all waiting callers.</summary>
    internal void Abandon(Exception reason)
    {
        lock (_completion)
        {
            _waiters = -1;
        }

        _completion.TrySetException(reason);
        _abandonment.Cancel();
    }

    private void Leave()
    {
        lock (_completion)
        {
            if (_waiters < 0 || --_waiters > 0 || _completion.Task.IsCompleted)
            {
                return;
            }

            _waiters = -1;
        }

        _abandonment.Cancel();
    }
}
