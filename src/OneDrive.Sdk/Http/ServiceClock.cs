using System.Globalization;

namespace OneDrive.Sdk.Http;

/// <summary>
/// The service's clock, as far as the <c>Date</c> of its answers tells it. The service's times are compared with this clock and never with
/// the one of this machine, which may be hours off.
/// </summary>
internal sealed class ServiceClock(TimeProvider timeProvider)
{
    private Reading? _latest;

    /// <summary>Takes note of the time that an answer tells.</summary>
    internal void Learn(HttpResponseMessage response)
    {
        if (DateOf(response) is { } date)
            Volatile.Write(ref _latest, new Reading(date, timeProvider.GetTimestamp()));
    }

    /// <summary>
    /// The service's time at a timestamp of this machine's <see cref="TimeProvider"/>, never later than it really was; null when no answer
    /// told the time. A <c>Date</c> has whole seconds, and so has the result, since some of the service's times have no fraction either.
    /// </summary>
    internal DateTimeOffset? At(long timestamp)
    {
        if (Volatile.Read(ref _latest) is not { } latest)
            return null;
        var time = latest.Date + timeProvider.GetElapsedTime(latest.Timestamp, timestamp);
        return time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
    }

    /// <summary>The time at which the service says it sent an answer.</summary>
    internal static DateTimeOffset? DateOf(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("Date", out var values)
        && DateTimeOffset.TryParseExact(
            values.ToString(),
            "r",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var date)
            ? date
            : null;

    private sealed record Reading(DateTimeOffset Date, long Timestamp);
}
