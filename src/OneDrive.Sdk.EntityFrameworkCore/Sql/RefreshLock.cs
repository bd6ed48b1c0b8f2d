using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace OneDrive.Sdk.EntityFramework;

/// <summary>The sole right to refresh a sign-in, prolonged until it is disposed.</summary>
internal sealed class RefreshLock : IAsyncDisposable
{
    /// <summary>How long a killed process keeps others out.</summary>
    internal static readonly TimeSpan Duration = TimeSpan.FromSeconds(20);

    private readonly LeaseTable _leases;
    private readonly string _id;
    private readonly string _owner;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _renewal;
    private int _isDisposed;

    internal RefreshLock(LeaseTable leases, string id, string owner, TimeProvider timeProvider)
    {
        (_leases, _id, _owner) = (leases, id, owner);
        _renewal = RenewAsync(timeProvider);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
            return;

        await _stop.CancelAsync().ConfigureAwait(false);
        await _renewal.ConfigureAwait(false);
        _stop.Dispose();
        await TryReleaseAsync(_leases, _id, _owner).ConfigureAwait(false);
    }

    /// <summary>Gives a right back; where the database cannot be reached it ends by itself.</summary>
    internal static async Task TryReleaseAsync(LeaseTable leases, string id, string owner)
    {
        try
        {
            await leases.ReleaseAsync(id, owner, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure) when (IsOfDatabase(failure))
        {
            // It passes on when its time is over.
        }
    }

    private static bool IsOfDatabase(Exception failure) =>
        failure is DbException or DbUpdateException or InvalidOperationException or TimeoutException;

    private async Task RenewAsync(TimeProvider timeProvider)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Duration / 4, timeProvider, _stop.Token).ConfigureAwait(false);
                try
                {
                    if (!await _leases.TryAcquireAsync(_id, _owner, Duration, _stop.Token).ConfigureAwait(false))
                        return;
                }
                catch (Exception failure) when (IsOfDatabase(failure))
                {
                    // The next turn tries again, before the time is over.
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The right is given back.
        }
    }
}
