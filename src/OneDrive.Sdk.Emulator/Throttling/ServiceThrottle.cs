using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace OneDrive.Sdk.Emulator.Throttling;

/// <summary>Counts the requests of clients, and rejects those above the limits.</summary>
internal sealed class ServiceThrottle(TimeProvider time)
{
    private const int BandwidthLimitExceeded = 509;

    private readonly object _gate = new();
    private readonly Dictionary<string, WindowCount> _counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _violations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _shutUntil = new(StringComparer.Ordinal);
    private ServiceLimits? _limits;

    /// <summary>The limits; null for none. Setting them resets the counters.</summary>
    public ServiceLimits? Limits
    {
        get
        {
            lock (_gate)
                return _limits;
        }

        set
        {
            lock (_gate)
            {
                _limits = value;
                _counts.Clear();
                _violations.Clear();
                _shutUntil.Clear();
            }
        }
    }

    /// <summary>Charges a request, and describes the limit in the headers of its response.</summary>
    /// <param name="subject">The principal.</param>
    /// <param name="cost">Resource units.</param>
    /// <param name="bytes">The length of the content in the request.</param>
    /// <param name="inFlight">The number of concurrent requests, including this one.</param>
    /// <param name="headers">Receives the RateLimit headers.</param>
    /// <returns>The rejection; null if the request is allowed.</returns>
    public Fault? Refuse(in ThrottleSubject subject, int cost, long bytes, int inFlight, IHeaderDictionary headers)
    {
        lock (_gate)
        {
            if (_limits is not { } limits || cost == 0)
                return null;
            if (inFlight > limits.MaxConcurrentRequests)
                return Fault.Status(limits.ConcurrencyStatus, retryAfter: limits.ConcurrencyRetryAfter, form: limits.RetryAfterForm);
            var now = time.GetUtcNow();
            if (_shutUntil.GetValueOrDefault(subject.Principal) is var until && until > now)
                return Fault.Throttle(until - now, limits.RetryAfterForm);
            if (limits.Bandwidth is { } bandwidth && Count("bytes/" + subject.Tenant, bandwidth, now) is var content)
            {
                if (content.WaitFor(1, now) is { } wait)
                    return Fault.Status(BandwidthLimitExceeded, retryAfter: wait, form: limits.RetryAfterForm);
                content.Charge(bytes);
            }

            return Charge(limits, subject, cost, headers, now);
        }
    }

    /// <summary>Counts the content of a response.</summary>
    public void Sent(in ThrottleSubject subject, long bytes)
    {
        lock (_gate)
        {
            if (bytes > 0 && _limits?.Bandwidth is { } bandwidth)
                Count("bytes/" + subject.Tenant, bandwidth, time.GetUtcNow()).Charge(bytes);
        }
    }

    private Fault? Charge(ServiceLimits limits, in ThrottleSubject subject, int cost, IHeaderDictionary headers, DateTimeOffset now)
    {
        List<WindowCount> counts = [];
        if (limits.User is { } user && subject.User is not null)
            counts.Add(Count($"user/{subject.Tenant}/{subject.User}", user, now));
        if (limits.Application is { } application && subject.Application is not null)
            counts.Add(Count($"application/{subject.Tenant}/{subject.Application}", application, now));
        if (limits.Tenant is { } tenant)
            counts.Add(Count("tenant/" + subject.Tenant, tenant, now));
        if (counts.Count == 0)
            return null;

        var wait = counts.Max(count => count.WaitFor(cost, now));
        if (wait is null || limits.ChargesRefusals)
            counts.ForEach(count => count.Charge(cost));
        Describe(limits, counts, headers, now);
        return wait is { } asked ? Fault.Throttle(Punish(limits, subject.Principal, asked, now), limits.RetryAfterForm) : null;
    }

    private TimeSpan Punish(ServiceLimits limits, string principal, TimeSpan wait, DateTimeOffset now)
    {
        if (limits.PenaltyAfter is not { } most)
            return wait;
        var violations = _violations.GetValueOrDefault(principal) + 1;
        _violations[principal] = violations < most ? violations : 0;
        if (violations < most)
            return wait;
        _shutUntil[principal] = now + limits.Penalty;
        return limits.Penalty;
    }

    private static void Describe(ServiceLimits limits, List<WindowCount> counts, IHeaderDictionary headers, DateTimeOffset now)
    {
        var scarcest = counts.MaxBy(count => (double)count.Used / count.Limit.Amount)!;
        if (!((double)scarcest.Used / scarcest.Limit.Amount >= limits.RateLimitHeadersFrom))
            return;
        headers["RateLimit-Limit"] = scarcest.Limit.Amount.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Remaining"] = scarcest.Remaining.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Reset"] = Math.Ceiling(scarcest.UntilReset(now).TotalSeconds).ToString(CultureInfo.InvariantCulture);
    }

    private WindowCount Count(string key, ServiceLimit limit, DateTimeOffset now)
    {
        if (!_counts.TryGetValue(key, out var count))
            _counts[key] = count = new WindowCount(limit);
        count.MoveTo(now);
        return count;
    }
}
