using System.Globalization;

namespace OneDrive.Sdk.Http;

/// <summary>
/// The clock of the service, from the <c>Date</c> header of its responses. Times of the service are compared with this clock, because the
/// local clock may be wrong by hours.
/// </summary>
internal sealed class ServiceClock(TimeProvider timeProvider)
{
    private Reading? _latest;

    /// <summary>Takes note of the time that a response tells.</summary>
    internal void Learn(HttpResponseMessage response)
    {
        if (TextOf(response) is not { } text)
            return;

        // Many responses come in one second.
        var latest = Volatile.Read(ref _latest);
        if ((latest?.Text == text ? latest.Date : Parse(text)) is { } date)
            Volatile.Write(ref _latest, new Reading(text, date, timeProvider.GetTimestamp()));
    }

    /// <summary>
    /// The service's time at a timestamp of the local <see cref="TimeProvider"/>, never later than the actual time; null if no response
    /// contained it. A <c>Date</c> has whole seconds, and so has the result, because some times of the service do not have fractions
    /// either.
    /// </summary>
    internal DateTimeOffset? At(long timestamp)
    {
        if (Volatile.Read(ref _latest) is not { } latest)
            return null;
        var time = latest.Date + timeProvider.GetElapsedTime(latest.Timestamp, timestamp);
        return time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
    }

    /// <summary>The time at which the service says it sent a response.</summary>
    internal static DateTimeOffset? DateOf(HttpResponseMessage response) => TextOf(response) is { } text ? Parse(text) : null;

    private static string? TextOf(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("Date", out var values) ? values.ToString() : null;

    private static DateTimeOffset? Parse(string text) => DateTimeOffset.TryParseExact(
        text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date)
        ? date
        : null;

    private sealed record Reading(string Text, DateTimeOffset Date, long Timestamp);
}
