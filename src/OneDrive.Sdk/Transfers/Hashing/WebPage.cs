using System.Collections.Frozen;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// Recognizes web pages, which proxies and sign-in services send instead of a file, and the files that are web pages themselves.
/// </summary>
internal static class WebPage
{
    private static readonly FrozenSet<string> Extensions = FrozenSet.ToFrozenSet(
        [".htm", ".html", ".xhtml", ".shtml", ".asp", ".aspx", ".mht", ".mhtml"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a media type, with or without parameters, is that of a web page.</summary>
    internal static bool IsTypeOf(string? mediaType)
    {
        var type = WithoutParameters(mediaType);
        return type.Equals("text/html", StringComparison.OrdinalIgnoreCase)
            || type.Equals("application/xhtml+xml", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a media type is that of text, JSON or XML.</summary>
    internal static bool IsTextType(string? mediaType)
    {
        var type = WithoutParameters(mediaType);
        return type.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
            || type.EndsWith("json", StringComparison.OrdinalIgnoreCase)
            || type.EndsWith("/xml", StringComparison.OrdinalIgnoreCase)
            || type.EndsWith("+xml", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether the file may be a web page itself: by its type, its name, or because neither says anything.</summary>
    internal static bool MayBe(DriveItem item) =>
        IsTypeOf(item.File?.MimeType) || (Path.GetExtension(item.Name) is { Length: > 0 } extension
            ? Extensions.Contains(extension)
            : string.IsNullOrEmpty(item.File?.MimeType));

    /// <summary>Whether a file that the service converts to this format becomes a web page.</summary>
    internal static bool IsFormat(string format) => Extensions.Contains("." + format);

    private static ReadOnlySpan<char> WithoutParameters(string? mediaType)
    {
        var end = mediaType?.IndexOf(';', StringComparison.Ordinal) ?? -1;
        return (end < 0 ? mediaType : mediaType.AsSpan(0, end)).Trim();
    }
}
