using System.Collections.Frozen;
using System.Text.RegularExpressions;
using OneDrive.Sdk.Emulator.Endpoints;
using OneDrive.Sdk.Emulator.Routing;

namespace OneDrive.Sdk.Emulator.Recording;

/// <summary>Takes secrets out of a path and query before they are recorded.</summary>
internal static partial class TargetRedactor
{
    private const string Redacted = "REDACTED";

    // Parameters that carry no secret; the value of any other one might, and is not recorded.
    private static readonly FrozenSet<string> Harmless = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "$select", "select", "$top", "top", "$skip", "skip", "$skiptoken", "skiptoken", "$filter", "filter", "$expand", "expand",
        "$orderby", "orderby", "$count", "count", "@microsoft.graph.conflictBehavior", "@name.conflictBehavior",
        "format", "width", "height", "DriveId", "UniqueId", "AVOverride",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static string Redact(RequestTarget target)
    {
        var monitor = target.RawPath.LastIndexOf("/monitor/", StringComparison.OrdinalIgnoreCase);
        if (monitor >= 0)
        {
            return $"{target.RawPath[..(monitor + "/monitor/".Length)]}{Redacted}";
        }

        var path = SecretSegments().Replace(target.RawPath, Redacted);
        if (target.RawQuery.Length == 0)
        {
            return path;
        }

        var isTransfer = target.Segments is [DownloadUrls.PathPrefix, ..];
        var pairs = target.RawQuery.Split('&').Select(pair =>
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            return equals < 0
                ? Harmless.Contains(Uri.UnescapeDataString(pair)) ? pair : Redacted
                : Harmless.Contains(Uri.UnescapeDataString(pair[..equals]))
                    || (isTransfer && pair.StartsWith("guid=", StringComparison.Ordinal))
                    ? pair
                    : $"{pair[..equals]}={Redacted}";
        });
        return $"{path}?{string.Join('&', pairs)}";
    }

    // Share ids and the last segment of sharing links give access on their own.
    [GeneratedRegex(
        @"(?<=/shares/)[^/?]+|(?<=/shares\('|/shares\(%27)[^'%)]+|(?<=/)s[0-9a-f]{32}(?=/|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex SecretSegments();
}
