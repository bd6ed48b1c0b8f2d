namespace OneDrive.Sdk.Http;

/// <summary>
/// Converts <c>root:/a/b:/content</c> to <c>root/children('@a1')/content</c> and the parameter <c>@a1='a/b'</c>: the form that the cloud in
/// China requires, because it rejects the form with colons (<see href="https://github.com/rclone/rclone/issues/5768"/>).
/// </summary>
internal static class ParameterAliasPath
{
    private const string Alias = "@a1";
    private const string NamesBegin = ":/";

    /// <summary>Rewrites an encoded path; the parameter is null if the path does not address an item by path.</summary>
    internal static (string Path, KeyValuePair<string, string>? Parameter) Rewrite(string path)
    {
        var start = path.IndexOf(NamesBegin, EndOfSite(path), StringComparison.Ordinal);
        if (start < 0)
        {
            return (path, null);
        }

        // Colons in names are encoded, so that the next one ends them.
        var rest = path[(start + NamesBegin.Length)..].Split(':', 2);
        var verb = rest.Length > 1 ? rest[1] : "";

        // Quotes delimit the value, so that one in a name is doubled.
        var names = Uri.UnescapeDataString(rest[0]).Replace("'", "''", StringComparison.Ordinal);
        return ($"{path[..start]}/children('{Alias}'){verb}", new(Alias, $"'{names}'"));
    }

    /// <summary>A site can be addressed by path as well, with separate colons: <c>sites/{host}:/{path}:/drive</c>.</summary>
    private static int EndOfSite(string path)
    {
        var host = path.StartsWith("sites/", StringComparison.Ordinal) ? path.Split('/')[1] : "";
        if (!host.EndsWith(':'))
        {
            return 0;
        }

        var end = path.IndexOf(':', "sites/".Length + host.Length);
        return end < 0 ? path.Length : end + 1;
    }
}
