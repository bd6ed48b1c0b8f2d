namespace OneDrive.Sdk.Calls;

/// <summary>
/// The cost of a request in resource units, derived from its address:
/// <see href="https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online"/>.
/// </summary>
internal static class RequestCost
{
    private const double Single = 1;
    private const double Multiple = 2;
    private const double Permissions = 5;

    /// <summary>The cost of a request below the root of the service.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path, or the whole address.</param>
    /// <param name="expand">The value of $expand; null for none.</param>
    internal static double Of(HttpMethod method, ReadOnlySpan<char> path, string? expand = null)
    {
        if (Contains(path, "/permissions") || Contains(path, "/createLink") || Contains(path, "/invite")
            || expand?.Contains("permissions", StringComparison.OrdinalIgnoreCase) is true)
            return Permissions;
        if (method != HttpMethod.Get && method != HttpMethod.Head)
            return Multiple;
        if (Contains(path, "/delta"))
            return Contains(path, "token=") ? Single : Multiple;
        return IsList(path) ? Multiple : Single;
    }

    /// <summary>The cost of a request to a pre-authenticated URL: an upload is a write, all others are reads.</summary>
    internal static double OfAnonymous(HttpMethod method) => method == HttpMethod.Put || method == HttpMethod.Post ? Multiple : Single;

    private static bool IsList(ReadOnlySpan<char> path)
    {
        var query = path.IndexOf('?');
        var end = (query < 0 ? path : path[..query]).TrimEnd('/');
        return end.EndsWith("/children", StringComparison.OrdinalIgnoreCase) || end.EndsWith("/items", StringComparison.OrdinalIgnoreCase)
            || end.EndsWith("/versions", StringComparison.OrdinalIgnoreCase) || end.EndsWith("/drives", StringComparison.OrdinalIgnoreCase)
            || Contains(end, "/search(") || end.EndsWith("/sharedWithMe", StringComparison.OrdinalIgnoreCase);
    }

    private static bool Contains(ReadOnlySpan<char> path, string part) => path.Contains(part, StringComparison.OrdinalIgnoreCase);
}
