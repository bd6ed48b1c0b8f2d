namespace OneDrive.Sdk.Diagnostics;

/// <summary>Removes the secret parts of addresses for logs, messages and traces: query, fragment and user information.</summary>
internal static class UrlRedactor
{
    private const string Shares = "shares";
    private const string Mask = "***";

    /// <summary>
    /// The address without its secret parts; of a foreign or pre-authenticated address callers show only the origin, see
    /// <see cref="Origin"/>.
    /// </summary>
    internal static string Redact(Uri? address)
    {
        if (address is null)
        {
            return "(no address)";
        }

        return address.IsAbsoluteUri
            ? HideShares(address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped))
            : HideShares(address.OriginalString.Split('?', '#')[0]);
    }

    /// <summary>
    /// A text without what stands for a sharing link and grants access: <c>shares/…</c>, <c>shares('…')</c>, and a part that begins with
    /// <c>u!</c> or <c>s!</c>, percent-encoded or not.
    /// </summary>
    internal static string HideShares(string path)
    {
        var segments = path.Split('/');
        for (var index = 0; index < segments.Length; index++)
        {
            var segment = segments[index];
            if (IsToken(segment) || (index > 0 && segment.Length > 0 && IsShares(segments[index - 1])))
                segments[index] = Mask;
            else if (segment.StartsWith(Shares + "(", StringComparison.OrdinalIgnoreCase))
                segments[index] = $"{Shares}({Mask})";
        }

        return string.Join('/', segments);
    }

    /// <summary>Scheme, host and port only: the path of an upload or monitor address can itself be the secret.</summary>
    internal static string Origin(Uri? address) =>
        address is { IsAbsoluteUri: true } ? address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) : "(no address)";

    private static bool IsShares(string segment) => segment.Equals(Shares, StringComparison.OrdinalIgnoreCase);

    private static bool IsToken(string segment) => segment.Length > 2 && segment[0] is 'u' or 's' or 'U' or 'S'
        && (segment[1] == '!' || segment.AsSpan(1).StartsWith("%21", StringComparison.Ordinal));
}
