using System.Globalization;

namespace OneDrive.Sdk.Http;

/// <summary>
/// Parses the raw <c>Retry-After</c> header: whole seconds, decimal seconds (<c>2.128</c>, for which .NET's typed header is null) and HTTP
/// dates. See <see href="https://learn.microsoft.com/graph/throttling"/>.
/// </summary>
internal static class RetryAfter
{
    private const string HeaderName = "Retry-After";

    /// <summary>Longer values are limited to this, far above any limit, so that arithmetic on them cannot overflow.</summary>
    private static readonly TimeSpan Ceiling = TimeSpan.FromDays(365);

    /// <summary>Gets the <c>Retry-After</c> of a response, never shorter than stated; null if it is absent or cannot be parsed.</summary>
    internal static TimeSpan? Read(HttpResponseMessage response, TimeProvider timeProvider)
    {
        if (!response.Headers.NonValidated.TryGetValues(HeaderName, out var values))
        {
            return null;
        }

        TimeSpan? longest = null;
        foreach (var value in values)
        {
            if (Parse(value, ServiceClock.DateOf(response), timeProvider) is { } wait && (longest is null || wait > longest))
            {
                longest = wait;
            }
        }

        return longest;
    }

    /// <summary>
    /// Parses one header value; a date is relative to the service's clock if the response contains it, otherwise to the local clock.
    /// </summary>
    internal static TimeSpan? Parse(string value, DateTimeOffset? serviceTime, TimeProvider timeProvider)
    {
        var text = value.AsSpan().Trim();
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && double.IsFinite(seconds))
        {
            return seconds >= Ceiling.TotalSeconds ? Ceiling : TimeSpan.FromMilliseconds(Math.Ceiling(seconds * 1000));
        }

        if (!DateTimeOffset.TryParseExact(
            text, ["r", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy", "ddd MMM  d HH:mm:ss yyyy"],
            CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date))
        {
            return null;
        }

        // Both times of the service have whole seconds, so the wait is at most one second longer than the service means.
        var wait = date - (serviceTime ?? timeProvider.GetUtcNow());
        return wait <= TimeSpan.Zero ? TimeSpan.Zero : wait >= Ceiling ? Ceiling : wait;
    }
}
