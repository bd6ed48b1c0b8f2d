using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Diagnostics;

namespace OneDrive.Sdk.Authentication;

/// <summary>The entry of one cache key: its token, its pending requests, and the <c>Retry-After</c> of the endpoint.</summary>
internal sealed class TokenCacheEntry(ITokenSource source, TimeProvider timeProvider, ILogger logger)
{
    // How long Microsoft's own library stays away when the service does not say.
    private static readonly TimeSpan UnspokenPause = TimeSpan.FromSeconds(60);

    // A longer Retry-After is a mistake or an attack: retry once an hour.
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private readonly object _gate = new();
    private readonly Dictionary<string, PendingTokenRequest> _pending = new(StringComparer.Ordinal);
    private CachedToken? _cached;
    private ThrottledException? _throttled;
    private DateTimeOffset _pausedUntil;
    private DateTimeOffset _refreshNotBefore;

    internal ValueTask<AccessToken> GetAsync(AccessTokenRequest request, CancellationToken cancellationToken)
    {
        PendingTokenRequest pending;
        lock (_gate)
        {
            if (_cached is not null && string.Equals(_cached.Token.Value, request.Rejected?.Value, StringComparison.Ordinal))
            {
                _cached = null;
            }

            if (_cached is { IsUsable: true } cached && Satisfies(cached, request))
            {
                RefreshWhenDue(cached, request);
                return ValueTask.FromResult(cached.Token);
            }

            ThrowWhilePaused();
            pending = Join(request, isBackground: false);
        }

        return new ValueTask<AccessToken>(pending.WaitAsync(cancellationToken));
    }

    /// <summary>Until when the token is good; null when there is none that is.</summary>
    internal DateTimeOffset? UsableUntil
    {
        get
        {
            lock (_gate)
            {
                return _cached is { IsUsable: true } cached ? cached.Token.ExpiresOn : null;
            }
        }
    }

    /// <summary>Keeps a token that was obtained just now.</summary>
    internal void Put(AccessToken token)
    {
        lock (_gate)
        {
            _cached = new CachedToken(token, claims: null, timeProvider.GetUtcNow(), timeProvider.GetTimestamp(), timeProvider);
        }
    }

    /// <summary>Ends every request in progress.</summary>
    internal void Abandon(Exception reason)
    {
        List<PendingTokenRequest> all;
        lock (_gate)
        {
            all = [.. _pending.Values];
            _cached = null;
        }

        foreach (var pending in all)
        {
            pending.Abandon(reason);
        }
    }

    // Claims are requested after a rejection; use the token of another caller that was rejected with the same claims.
    private static bool Satisfies(CachedToken cached, AccessTokenRequest request) =>
        request.Claims is null
        || (request.Rejected is not null && string.Equals(cached.Claims, request.Claims, StringComparison.Ordinal));

    private void RefreshWhenDue(CachedToken cached, AccessTokenRequest request)
    {
        var now = timeProvider.GetUtcNow();
        if (cached.IsRefreshDue && now >= _refreshNotBefore && now >= _pausedUntil && !_pending.ContainsKey(""))
        {
            // Background refresh: registers one waiter so that the request is not cancelled.
            Join(new AccessTokenRequest { Resource = request.Resource, Scopes = request.Scopes }, isBackground: true);
        }
    }

    private void ThrowWhilePaused()
    {
        var remaining = _pausedUntil - timeProvider.GetUtcNow();
        if (_throttled is not null && remaining > TimeSpan.Zero)
        {
            throw TokenExceptions.StillPaused(_throttled, remaining);
        }
    }

    private PendingTokenRequest Join(AccessTokenRequest request, bool isBackground)
    {
        var key = request.Claims ?? "";
        if (_pending.TryGetValue(key, out var pending) && pending.TryJoin())
        {
            return pending;
        }

        pending = new PendingTokenRequest();
        pending.TryJoin();
        _pending[key] = pending;
        var started = pending;

        // On another thread: the first caller must not read certificates and sign inside the lock.
        _ = Task.Run(() => RequestAsync(started, key, request, isBackground), CancellationToken.None);
        return pending;
    }

    private async Task RequestAsync(PendingTokenRequest pending, string key, AccessTokenRequest request, bool isBackground)
    {
        var obtainedAt = timeProvider.GetUtcNow();
        var timestamp = timeProvider.GetTimestamp();
        try
        {
            var token = await source.AcquireAsync(request, pending.Abandoned).ConfigureAwait(false);
            lock (_gate)
            {
                _cached = new CachedToken(token, request.Claims, obtainedAt, timestamp, timeProvider);
                _throttled = null;
                _pausedUntil = default;
                Remove(key, pending);
            }

            pending.Complete(token);
        }
        catch (Exception failure)
        {
            var told = failure is OperationCanceledException && !pending.Abandoned.IsCancellationRequested
                ? new OneDriveAuthenticationException("The token request was cancelled internally, although no caller cancelled "
                    + "it.", failure)
                : failure;
            DateTimeOffset? usableUntil;
            lock (_gate)
            {
                Remember(told);
                Remove(key, pending);
                usableUntil = _cached?.Token.ExpiresOn;
            }

            if (isBackground)
            {
                Log.BackgroundRefreshFailed(logger, told.GetType().Name, usableUntil);
            }

            pending.Fail(told);
        }
    }

    private void Remember(Exception failure)
    {
        var now = timeProvider.GetUtcNow();
        _refreshNotBefore = now + UnspokenPause;
        if (failure is not ThrottledException throttled)
        {
            return;
        }

        var pause = throttled.RetryAfter ?? ((int)throttled.StatusCode is 429 ? UnspokenPause : TimeSpan.Zero);
        _throttled = throttled;
        _pausedUntil = now + (pause < LongestPause ? pause : LongestPause);
    }

    private void Remove(string key, PendingTokenRequest pending)
    {
        if (_pending.TryGetValue(key, out var current) && ReferenceEquals(current, pending))
        {
            _pending.Remove(key);
        }
    }
}
