using System.Runtime.CompilerServices;

namespace OneDrive.Sdk.Addresses;

/// <summary>The two ways to name a site: by id, or by host and path as in <c>contoso.sharepoint.com:/sites/team</c>.</summary>
internal static class SiteAddress
{
    private const string PathStart = ":/";

    internal static string Require(string site, [CallerArgumentExpression(nameof(site))] string? parameterName = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(site, parameterName);
        if (!TrySplit(site, out var host, out var path))
        {
            return site.Contains(':', StringComparison.Ordinal)
                ? throw new ArgumentException("The colon after the host name must be followed by a slash and the path of the "
                    + "site.", parameterName)
                : PathRules.RequireSegment(site, parameterName);
        }

        // A colon at the end is how requests write it; it is put back when the path is encoded.
        path = path.TrimEnd(':');
        PathRules.RequireSegment(host, parameterName);
        return host + PathStart + PathRules.RequirePath(path, parameterName);
    }

    internal static string Encode(string site) => TrySplit(site, out var host, out var path)
        ? PathEncoding.EncodeSegment(host) + PathStart + PathEncoding.EncodePath(path) + ":"
        : PathEncoding.EncodeSegment(site);

    /// <summary>The path of requests to a site and what belongs to it.</summary>
    internal static string PathOf(string site) => "sites/" + Encode(Require(site));

    private static bool TrySplit(string site, out string host, out string path)
    {
        var index = site.IndexOf(PathStart, StringComparison.Ordinal);
        (host, path) = index < 0 ? (site, "") : (site[..index], site[(index + PathStart.Length)..]);
        return index >= 0;
    }
}
