using System.Globalization;

namespace BackupPortal.Pages;

/// <summary>Sizes and times in words for people.</summary>
internal static class Sizes
{
    private static readonly string[] Units = ["bytes", "KiB", "MiB", "GiB", "TiB"];

    public static string Of(long? bytes)
    {
        if (bytes is not { } value)
            return "";
        double size = value;
        var unit = 0;
        for (; size >= 1023.995 && unit < Units.Length - 1; unit++)
            size /= 1024;
        return string.Create(CultureInfo.InvariantCulture, $"{size:0.##} {Units[unit]}");
    }

    public static string Of(DateTimeOffset? time) =>
        time is { } value ? value.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture) : "";

    public static string Between(DateTimeOffset? start, DateTimeOffset? end) =>
        start is { } from && end is { } to ? string.Create(CultureInfo.InvariantCulture, $"{(to - from).TotalSeconds:0.0} s") : "";
}
