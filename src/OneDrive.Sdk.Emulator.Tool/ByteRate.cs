using System.Globalization;

namespace OneDrive.Sdk.Emulator.Tool;

/// <summary>A number of bytes in short notation: 800, 500K, 2M.</summary>
internal static class ByteRate
{
    private const int Unit = 1024;

    public static bool TryParse(string text, out long? bytes)
    {
        var (digits, factor) = text.ToUpperInvariant() switch
        {
            [.. var start, 'K'] => (start, Unit),
            [.. var start, 'M'] => (start, Unit * Unit),
            var whole => (whole, 1),
        };
        var isNumber = long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is > 0 and < long.MaxValue / Unit / Unit;
        bytes = isNumber ? number * factor : null;
        return isNumber;
    }
}
