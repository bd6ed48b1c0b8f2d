using System.Globalization;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Cli;

/// <summary>Sizes, times and the like as people read them.</summary>
internal static class Format
{
    private static readonly string[] Units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];

    internal static string Size(double? bytes)
    {
        if (bytes is not { } value)
            return "";
        var unit = 0;
        for (; value >= 1024 && unit < Units.Length - 1; unit++)
            value /= 1024;
        return string.Create(CultureInfo.InvariantCulture, $"{value:0.#} {Units[unit]}");
    }

    internal static string Time(DateTimeOffset? time) =>
        time?.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "";

    internal static string Duration(TimeSpan? time) => time switch
    {
        null => "",
        { TotalHours: >= 1 } value => string.Create(CultureInfo.InvariantCulture, $"{(int)value.TotalHours}:{value:mm\\:ss}"),
        { } value => value.ToString("mm\\:ss", CultureInfo.InvariantCulture),
    };

    internal static string Count(long number, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {thing}{(number == 1 ? "" : "s")}");

    internal static DateTimeOffset? ModifiedOf(DriveItem item) =>
        item.FileSystemInfo?.LastModifiedDateTime ?? item.LastModifiedDateTime;

    internal static string KindOf(DriveItem item) => item switch
    {
        { RemoteItem: not null } => "shortcut",
        { Folder: not null } or { Root: not null } => "folder",
        { Package: not null } => "package",
        _ => "file",
    };
}
