using System.Globalization;

namespace OneDrive.Sdk.Calls;

/// <summary>The conversion that the service applies before a download.</summary>
internal sealed record Conversion(string Format, int? Width = null, int? Height = null)
{
    /// <summary>The conversion that the caller wants; null for the file as it is.</summary>
    /// <exception cref="ArgumentException">The format is empty, or a measure without a format or below 1.</exception>
    internal static Conversion? Of(DownloadOptions options)
    {
        if (options is { Format: null, Width: null, Height: null })
            return null;
        if (string.IsNullOrWhiteSpace(options.Format))
            throw new ArgumentException("Format is empty. Width and Height apply only when Format is set.", nameof(options));
        if (options.Width < 1 || options.Height < 1)
            throw new ArgumentException("Width and Height must be 1 or more.", nameof(options));
        return new(options.Format, options.Width, options.Height);
    }

    internal IReadOnlyList<KeyValuePair<string, string>> ToQuery() =>
    [
        new("format", Format),
        .. Width is { } width ? [new("width", width.ToString(CultureInfo.InvariantCulture))] : NoMeasure,
        .. Height is { } height ? [new("height", height.ToString(CultureInfo.InvariantCulture))] : NoMeasure,
    ];

    private static IReadOnlyList<KeyValuePair<string, string>> NoMeasure => [];
}
