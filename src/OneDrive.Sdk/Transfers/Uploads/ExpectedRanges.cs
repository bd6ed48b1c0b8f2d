using System.Globalization;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// Reads <c>nextExpectedRanges</c>: <c>"26-"</c>, <c>"12345-55232"</c>; in any order, not complete, not cut as fragments are.
/// </summary>
internal static class ExpectedRanges
{
    /// <summary>Finds the first bytes that the service misses.</summary>
    /// <param name="ranges">The ranges as received; null when the response had none.</param>
    /// <param name="length">The length of the whole content.</param>
    /// <param name="first">The missing bytes with the lowest start; <see langword="null"/> when the service misses none.</param>
    /// <returns>False if the response cannot be interpreted.</returns>
    internal static bool TryReadFirst(IReadOnlyList<string?>? ranges, long length, out ByteRange? first)
    {
        first = null;
        if (ranges is null)
            return false;

        foreach (var text in ranges)
        {
            if (!TryParse(text, length, out var range))
                return false;

            // "{length}-" means in some responses that no bytes are missing.
            if (range.Length > 0 && (first is null || range.Start < first.Value.Start))
                first = range;
        }

        return true;
    }

    private static bool TryParse(ReadOnlySpan<char> text, long length, out ByteRange range)
    {
        range = default;
        var dash = text.IndexOf('-');
        if (dash <= 0 || !TryParseNumber(text[..dash], out var start) || start > length)
            return false;

        var end = length;
        var last = text[(dash + 1)..];
        if (!last.IsEmpty)
        {
            if (!TryParseNumber(last, out var lastByte) || lastByte < start)
                return false;
            end = Math.Min(lastByte + 1, length);
        }

        range = new ByteRange(start, end);
        return true;
    }

    // Ten times the largest file: a longer number is not an offset, and adding to it must not overflow.
    private static bool TryParseNumber(ReadOnlySpan<char> text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number < 10 * FragmentPlan.MaximumLength;
}
