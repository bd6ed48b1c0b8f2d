using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>
/// Thumbnails as JSON. The emulator looks into no picture: each is taken to be 1600 pixels wide and 1200 high, and shown as one dot.
/// </summary>
internal sealed partial class ThumbnailRenderer(DownloadUrls downloads)
{
    /// <summary>What the address of a thumbnail names, for <see cref="DownloadUrls"/>.</summary>
    public const string PartPrefix = "thumbnail:";

    private const int Width = 1600;
    private const int Height = 1200;

    private static readonly string[] Usual = ["small", "medium", "large"];

    /// <summary>A picture of one dot, in the PNG format.</summary>
    public static ReadOnlySpan<byte> Dot => Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static bool HasPicture(ItemNode item)
        => item.ThumbnailSource is not null
            || (!item.IsFolder && MimeTypes.Of(item.Name).StartsWith("image/", StringComparison.Ordinal));

    /// <summary>The set of an item; null when it cannot be pictured.</summary>
    public JsonObject? Render(DriveState drive, ItemNode item, string baseUrl, IReadOnlyList<string> sizes, bool skipsUnknown = false)
    {
        if (!HasPicture(item))
        {
            return null;
        }

        var set = new JsonObject { ["id"] = "0" };
        foreach (var size in sizes.Count > 0 ? sizes : Usual)
        {
            if (size == "id")
            {
                continue;
            }

            if (RenderOne(drive, item, baseUrl, size) is { } thumbnail)
            {
                set[size] = thumbnail;
            }
            else if (!skipsUnknown)
            {
                throw GraphError.InvalidRequest($"'{size}' is not a valid thumbnail size.");
            }
        }

        return set;
    }

    /// <summary>One thumbnail; null if the size does not exist.</summary>
    public JsonObject? RenderOne(DriveState drive, ItemNode item, string baseUrl, string size)
    {
        if (!HasPicture(item) || Measure(item, size) is not { } measure)
        {
            return null;
        }

        return new JsonObject
        {
            ["height"] = measure.Height,
            ["width"] = measure.Width,
            ["url"] = downloads.Create(drive, item, baseUrl, PartPrefix + size),
        };
    }

    private static (int Width, int Height)? Measure(ItemNode item, string size) => size switch
    {
        "small" => Fit(96, 96),
        "medium" => Fit(176, 176),
        "large" => Fit(800, 800),
        "smallSquare" => (96, 96),
        "mediumSquare" => (176, 176),
        "largeSquare" => (800, 800),
        "source" when item.ThumbnailSource is not null => (Width, Height),
        _ when Custom().Match(size) is { Success: true } match => Measure(match),
        _ => null,
    };

    private static (int Width, int Height) Measure(Match match)
    {
        var width = int.Parse(match.Groups["width"].Value, CultureInfo.InvariantCulture);
        var height = int.Parse(match.Groups["height"].Value, CultureInfo.InvariantCulture);
        return match.Groups["crop"].Success ? (width, height) : Fit(width, height);
    }

    private static (int Width, int Height) Fit(int width, int height)
    {
        var scale = Math.Min((double)width / Width, (double)height / Height);
        return ((int)Math.Round(Width * scale), (int)Math.Round(Height * scale));
    }

    [GeneratedRegex(
        "^c(?<width>[0-9]{1,4})x(?<height>[0-9]{1,4})(?<crop>_crop)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Custom();
}
