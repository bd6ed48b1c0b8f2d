using System.Globalization;

namespace OneDrive.Sdk.Http.Throttling;

/// <summary>
/// Reads the RateLimit headers of a response, <c>RateLimit-Limit</c>, <c>RateLimit-Remaining</c> and <c>RateLimit-Reset</c> (seconds). See
/// <see href="https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online"/>.
/// </summary>
internal static class RateLimitHeaders
{
    /// <summary>Gets the values of the headers; null if they are absent, incomplete or not numbers.</summary>
    internal static RateLimitReport? Read(HttpResponseMessage response)
    {
        var headers = response.Headers.NonValidated;
        if (!headers.TryGetValues("RateLimit-Remaining", out var remaining) || !headers.TryGetValues("RateLimit-Reset", out var reset)
            || Number(remaining.ToString()) is not { } left || Number(reset.ToString()) is not { } seconds)
            return null;
        return new RateLimitReport(
            headers.TryGetValues("RateLimit-Limit", out var limit) ? Number(limit.ToString()) : null, left, seconds);
    }

    private static double? Number(string text)
    {
        // A limit can carry its policy behind the number: "1200, 1200;w=60".
        var end = text.AsSpan().IndexOfAny(',', ';');
        var number = (end < 0 ? text : text.AsSpan(0, end)).Trim();
        return double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value) ? value : null;
    }
}
