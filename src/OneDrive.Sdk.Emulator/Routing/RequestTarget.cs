namespace OneDrive.Sdk.Emulator.Routing;

/// <summary>
/// The raw target of a request, cut at the question mark. ASP.NET Core's own path has been decoded, except for %2F, which cannot be told
/// from a name that holds those three characters; the service decodes exactly once, after cutting.
/// </summary>
internal sealed class RequestTarget
{
    public RequestTarget(string rawTarget)
    {
        var target = rawTarget;
        if (!target.StartsWith('/') && Uri.TryCreate(target, UriKind.Absolute, out var absolute))
        {
            target = absolute.PathAndQuery;
        }

        var question = target.IndexOf('?', StringComparison.Ordinal);
        RawPath = question < 0 ? target : target[..question];
        RawQuery = question < 0 ? string.Empty : target[(question + 1)..];
        Query = new RequestQuery(RawQuery);
        Segments = RawPath.Split('/', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Everything before the question mark, still encoded.</summary>
    public string RawPath { get; }

    /// <summary>Everything after the question mark, still encoded.</summary>
    public string RawQuery { get; }

    public RequestQuery Query { get; }

    /// <summary>The path, cut at slashes, still encoded, without empty segments.</summary>
    public IReadOnlyList<string> Segments { get; }

    /// <summary>The decoded path, for users and for matching.</summary>
    public string DecodedPath => Uri.UnescapeDataString(RawPath);
}
