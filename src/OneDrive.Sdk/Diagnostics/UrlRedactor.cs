namespace OneDrive.Sdk.Diagnostics;

/// <summary>Makes addresses fit for logs, messages and traces: no query, no fragment, no user information.</summary>
internal static class UrlRedactor
{
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
            : address.OriginalString.Split('?', '#')[0];
    }

    /// <summary>A path without what stands for a sharing link: whoever knows it may have access.</summary>
    internal static string HideShares(string path)
    {
        var segments = path.Split('/');
        for (var index = 0; index < segments.Length; index++)
        {
            if (segments[index].StartsWith("u!", StringComparison.Ordinal) || (index == 1 && segments[0] == "shares"))
                segments[index] = "***";
        }

        return string.Join('/', segments);
    }

    /// <summary>Scheme, host and port only: the path of an upload or monitor address can itself be the secret.</summary>
    internal static string Origin(Uri? address) =>
        address is { IsAbsoluteUri: true } ? address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) : "(no address)";
}
