using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace OneDrive.Sdk.EntityFramework;

/// <summary>
/// Leases that this process holds: each lasts for a short time in the database and is prolonged while the process lives, up to the
/// requested duration. So the lease of a killed process passes on soon.
/// </summary>
internal sealed class ProlongedLeases(LeaseTable leases, TimeProvider timeProvider)
{
    /// <summary>How long a killed process keeps others out.</summary>
    internal static readonly TimeSpan Duration = TimeSpan.FromSeconds(20);

    private readonly object _gate = new();
    private readonly Dictionary<(string Id, string Owner), Held> _held = [];

    internal async Task<bool> TryAcquireAsync(string id, string owner, TimeSpan duration, CancellationToken cancellationToken)
    {
        if (duration <= Duration)
        {
            Forget((id, owner));
            return await leases.TryAcquireAsync(id, owner, duration, cancellationToken).ConfigureAwait(false);
        }

        var asked = timeProvider.GetTimestamp();
        if (!await leases.TryAcquireAsync(id, owner, Duration, cancellationToken).ConfigureAwait(false))
        {
            Forget((id, owner));
            return false;
        }

        Hold((id, owner), asked, duration);
        return true;
    }

    internal Task<bool> ReleaseAsync(string id, string owner, CancellationToken cancellationToken)
    {
        Forget((id, owner));
        return leases.ReleaseAsync(id, owner, cancellationToken);
    }

    private void Hold((string Id, string Owner) key, long asked, TimeSpan duration)
    {
        lock (_gate)
        {
            if (_held.TryGetValue(key, out var held))
            {
                (held.Asked, held.Duration) = (asked, duration);
                return;
            }

            held = new Held { Asked = asked, Duration = duration };
            _held.Add(key, held);
            _ = ProlongAsync(key, held);
        }
    }

    private void Forget((string Id, string Owner) key)
    {
        lock (_gate)
        {
            if (_held.Remove(key, out var held))
                held.IsForgotten = true;
        }
    }

    private async Task ProlongAsync((string Id, string Owner) key, Held held)
    {
        while (true)
        {
            await Task.Delay(Duration / 4, timeProvider, CancellationToken.None).ConfigureAwait(false);
            if (!IsHeld(key, held))
                return;
            try
            {
                if (!await leases.ProlongAsync(key.Id, key.Owner, Duration, CancellationToken.None).ConfigureAwait(false))
                {
                    Forget(key);
                    return;
                }
            }
            catch (Exception failure) when (
                failure is DbException or DbUpdateException or InvalidOperationException or TimeoutException)
            {
                // The next turn tries again, before the time is over.
            }
            catch (ObjectDisposedException)
            {
                // The container of the contexts is gone, and the process will be: the lease ends by itself.
                Forget(key);
                return;
            }
        }
    }

    private bool IsHeld((string Id, string Owner) key, Held held)
    {
        lock (_gate)
        {
            if (held.IsForgotten)
                return false;
            if (timeProvider.GetElapsedTime(held.Asked) + Duration <= held.Duration)
                return true;
            _held.Remove(key);
            return false;
        }
    }

    private sealed class Held
    {
        internal long Asked { get; set; }

        internal TimeSpan Duration { get; set; }

        internal bool IsForgotten { get; set; }
    }
}
