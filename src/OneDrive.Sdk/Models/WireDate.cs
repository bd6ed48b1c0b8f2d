using System.Globalization;

namespace OneDrive.Sdk.Models;

/// <summary>The written form of a time in JSON: ISO 8601 in UTC with up to seven digits of a second.</summary>
internal static class WireDate
{
    /// <summary>Reads a time.</summary>
    /// <param name="text">The time as received; without a zone it is UTC.</param>
    /// <returns>
    /// Null when there is none, also for the first year of the calendar: the service writes its first day for "none", in any zone.
    /// </returns>
    internal static DateTimeOffset? Parse(string? text)
    {
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Styles, out var value) ? OrNone(value) : null;
    }

    /// <summary>The time; null for the first year of the calendar, which stands for no time in any zone.</summary>
    internal static DateTimeOffset? OrNone(DateTimeOffset value) => value.Year == 1 || value.UtcDateTime.Year == 1 ? null : value;

    /// <summary>Writes a time.</summary>
    /// <param name="value">The time in any zone.</param>
    /// <returns>The time in UTC.</returns>
    internal static string? Format(DateTimeOffset? value) =>
        value?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture);
}
