using System.Globalization;
using System.Runtime.InteropServices;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>The Content-Range header of a fragment: bytes first-last/total.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ContentRange(long First, long Last, long Total)
{
    public long Length => Last - First + 1;

    public bool IsFinal => Last + 1 == Total;

    public static ContentRange Parse(string? header)
    {
        if (header is not null && header.StartsWith("bytes ", StringComparison.OrdinalIgnoreCase))
        {
            var parts = header["bytes ".Length..].Trim().Split('-', '/');
            if (parts.Length == 3 && TryRead(parts[0], out var first) && TryRead(parts[1], out var last) && TryRead(parts[2], out var total)
                && first <= last && last < total)
            {
                return new ContentRange(first, last, total);
            }
        }

        throw GraphError.InvalidRequest("A Content-Range header of the form 'bytes first-last/total' is required.");
    }

    private static bool TryRead(string text, out long value)
        => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
