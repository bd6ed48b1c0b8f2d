using System.Globalization;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>
/// One range of a Range header. A header that is not understood, or that names several ranges, counts as absent, which HTTP allows.
/// </summary>
internal sealed record ByteRange(long First, long Last, bool IsSatisfiable)
{
    public long Length => Last - First + 1;

    public static ByteRange? Parse(string header, long total)
    {
        if (!header.StartsWith("bytes=", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var parts = header["bytes=".Length..].Trim().Split('-');
        if (parts.Length != 2)
        {
            return null;
        }

        if (parts[0].Length == 0)
        {
            return TryRead(parts[1], out var suffix)
                ? new ByteRange(Math.Max(0, total - suffix), total - 1, suffix > 0 && total > 0)
                : null;
        }

        var last = long.MaxValue;
        if (!TryRead(parts[0], out var first) || (parts[1].Length > 0 && !TryRead(parts[1], out last)) || last < first)
        {
            return null;
        }

        return new ByteRange(first, Math.Min(last, total - 1), first < total);
    }

    private static bool TryRead(string text, out long value)
        => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
