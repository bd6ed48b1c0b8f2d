namespace OneDrive.Sdk.Authentication;

/// <summary>Stores sessions in memory, at most 10,000. When the limit is reached, the oldest sessions are removed.</summary>
/// <param name="timeProvider">The time provider; <see cref="TimeProvider.System"/> by default.</param>
public sealed class InMemoryAuthorizationSessionStore(TimeProvider? timeProvider = null) : IAuthorizationSessionStore
{
    private const int MaximumCount = 10_000;

    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;
    private readonly object _gate = new();
    private readonly Dictionary<string, AuthorizationSession> _sessions = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <inheritdoc/>
    public Task SaveAsync(AuthorizationSession session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var now = _timeProvider.GetUtcNow();
            while (_order.TryPeek(out var oldest)
                && (_order.Count >= MaximumCount || !_sessions.TryGetValue(oldest, out var old) || old.Expires <= now))
            {
                _order.Dequeue();
                _sessions.Remove(oldest);
            }

            _sessions[session.State] = session;
            _order.Enqueue(session.State);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<AuthorizationSession?> TakeAsync(string state, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            _sessions.Remove(state, out var session);
            return Task.FromResult(session?.Expires > _timeProvider.GetUtcNow() ? session : null);
        }
    }
}
