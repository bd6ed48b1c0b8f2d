namespace OneDrive.Sdk.Emulator.Routing;

/// <summary>Sites, by id or as <c>host:/path:</c>, and the drive, drives and list items below them.</summary>
internal static class SitePathParser
{
    /// <summary>Reads the raw segments that follow "sites".</summary>
    public static GraphPath Parse(ReadOnlySpan<string> segments)
    {
        if (segments.IsEmpty)
        {
            return new GraphPath(GraphResource.Sites, null, null, []);
        }

        var name = GraphPathParser.Decode(segments[0]);
        var rest = segments[1..];
        if (name == "getAllSites")
        {
            return new GraphPath(GraphResource.Sites, null, null, []);
        }

        if (!rest.IsEmpty && FunctionCall.TryParse(GraphPathParser.Decode(rest[0])) is { Name: "getByPath", Arguments: [var path] })
        {
            name = $"{name.Split(',')[0]}:/{path.Value.Trim('\'').Trim('/')}";
            rest = rest[1..];
        }
        if (name.EndsWith(':'))
        {
            var closed = false;
            while (!closed && !rest.IsEmpty)
            {
                closed = rest[0].EndsWith(':');
                name += "/" + GraphPathParser.Decode(rest[0].TrimEnd(':'));
                rest = rest[1..];
            }
        }

        var site = new DriveSelector(DriveOwnerKind.Site, name);
        if (rest.Length >= 2 && rest[0].Equals("lists", StringComparison.OrdinalIgnoreCase))
        {
            var list = site with { Kind = DriveOwnerKind.List, List = GraphPathParser.Decode(rest[1]) };
            var files = list with { Kind = DriveOwnerKind.Library };
            return !rest[2..].IsEmpty && rest[2].Equals("drive", StringComparison.OrdinalIgnoreCase)
                ? GraphPathParser.ParseOwned(files, GraphResource.List, rest[2..])
                : GraphPathParser.ParseListItem(files, rest[2..])
                    ?? new GraphPath(GraphResource.List, list, null, GraphPathParser.DecodeAll(rest[2..]));
        }

        if (!rest.IsEmpty && rest[0] == "items")
        {
            // Some pages leave the list out; then it is the library of the site.
            return new GraphPath(
                GraphResource.List, site with { Kind = DriveOwnerKind.List, List = "Documents" }, null, GraphPathParser.DecodeAll(rest));
        }

        return !rest.IsEmpty && rest[0].ToLowerInvariant() is "drive" or "drives"
            ? GraphPathParser.ParseOwned(site, GraphResource.Site, rest)
            : new GraphPath(GraphResource.Site, site, null, GraphPathParser.DecodeAll(rest));
    }
}
