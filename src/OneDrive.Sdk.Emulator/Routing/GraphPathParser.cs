using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Routing;

/// <summary>
/// The grammar of item addresses: <c>root:/a/b:/verb</c>, <c>items/{id}:/a:</c>, <c>special/{name}/verb</c>, with %2F as a separator,
/// "." as nothing, and trailing colons and slashes as nothing. Works on raw segments and decodes each exactly once.
/// See https://learn.microsoft.com/onedrive/developer/rest-api/concepts/addressing-driveitems.
/// </summary>
internal static class GraphPathParser
{
    /// <summary>Reads the raw segments that follow the version.</summary>
    public static GraphPath Parse(ReadOnlySpan<string> segments)
    {
        if (segments.IsEmpty)
        {
            return GraphPath.Unknown([]);
        }

        var rest = segments[1..];
        return Decode(segments[0]).ToLowerInvariant() switch
        {
            "me" => ParseOwned(new DriveSelector(DriveOwnerKind.Me, string.Empty), GraphResource.User, rest),
            "drive" => ParseDrive(new DriveSelector(DriveOwnerKind.Me, string.Empty), rest),
            "users" when rest.IsEmpty => new GraphPath(GraphResource.Users, null, null, []),
            "users" => ParseOwned(new DriveSelector(DriveOwnerKind.User, Decode(rest[0])), GraphResource.User, rest[1..]),
            "groups" when rest.IsEmpty => new GraphPath(GraphResource.Groups, null, null, []),
            "groups" => ParseOwned(new DriveSelector(DriveOwnerKind.Group, Decode(rest[0])), GraphResource.Group, rest[1..]),
            "shares" when !rest.IsEmpty => ParseShare(Decode(rest[0]), rest[1..]),
            "sites" => SitePathParser.Parse(rest),
            "drives" when !rest.IsEmpty => ParseDrive(new DriveSelector(DriveOwnerKind.ById, Decode(rest[0])), rest[1..]),
            _ => GraphPath.Unknown(DecodeAll(segments)),
        };
    }

    private static GraphPath ParseShare(string token, ReadOnlySpan<string> rest)
    {
        var drive = new DriveSelector(DriveOwnerKind.Share, token);
        return !rest.IsEmpty && rest[0].TrimEnd(':').ToLowerInvariant() is "driveitem" or "root"
            ? ParseItem(drive, ItemAnchor.Share, rest[0].EndsWith(':') ? $"{token}:" : token, rest[1..])
            : new GraphPath(GraphResource.Share, drive, new ItemSelector(ItemAnchor.Share, token, []), DecodeAll(rest));
    }

    public static GraphPath ParseOwned(DriveSelector owner, GraphResource resource, ReadOnlySpan<string> rest)
    {
        if (rest.IsEmpty)
        {
            return new GraphPath(resource, owner, null, []);
        }

        return rest[0].ToLowerInvariant() switch
        {
            "drive" => ParseDrive(owner, rest[1..]),
            "drives" when rest.Length > 1 => ParseDrive(new DriveSelector(DriveOwnerKind.ById, Decode(rest[1])), rest[2..]),
            "drives" when rest.Length == 1 => new GraphPath(GraphResource.Drives, owner, null, []),
            _ => GraphPath.Unknown(DecodeAll(rest)),
        };
    }

    private static GraphPath ParseDrive(DriveSelector drive, ReadOnlySpan<string> rest)
    {
        if (rest.IsEmpty)
        {
            return new GraphPath(GraphResource.Drive, drive, null, []);
        }

        return rest[0].ToLowerInvariant() switch
        {
            "root" or "root:" => ParseItem(drive, ItemAnchor.Root, rest[0], rest[1..]),
            "items" when rest.Length > 1 => ParseItem(drive, ItemAnchor.Item, rest[1], rest[2..]),
            "special" when rest.Length > 1 => ParseItem(drive, ItemAnchor.Special, rest[1], rest[2..]),
            "lists" when rest.Length > 1 => ParseDrive(drive, ["list", .. rest[2..]]),
            "list" => ParseListItem(drive, rest[1..])
                ?? new GraphPath(GraphResource.List, drive, null, DecodeAll(rest[1..])),
            _ => new GraphPath(GraphResource.Drive, drive, null, DecodeAll(rest)),
        };
    }

    /// <summary>Reads <c>items/{id}/driveItem</c> behind a list; null when it is something else.</summary>
    public static GraphPath? ParseListItem(DriveSelector files, ReadOnlySpan<string> rest)
        => rest.Length >= 3
            && rest[0].Equals("items", StringComparison.OrdinalIgnoreCase)
            && rest[2].TrimEnd(':').Equals("driveItem", StringComparison.OrdinalIgnoreCase)
                ? ParseItem(files, ItemAnchor.ListItem, rest[2].EndsWith(':') ? rest[1] + ":" : rest[1], rest[3..])
                : null;

    public static GraphPath ParseItem(DriveSelector drive, ItemAnchor anchor, string rawAnchor, ReadOnlySpan<string> rest)
    {
        var path = new List<string>();
        if (rawAnchor.EndsWith(':'))
        {
            rawAnchor = rawAnchor[..^1];
            var closed = false;
            while (!closed && !rest.IsEmpty)
            {
                closed = rest[0].EndsWith(':');
                AddNames(path, closed ? rest[0][..^1] : rest[0]);
                rest = rest[1..];
            }
        }

        var tail = DecodeAll(rest);
        var endsInKey = false;
        while (tail.Count > 1 && tail[0].Equals("children", StringComparison.OrdinalIgnoreCase))
        {
            path.Add(tail[1]);
            tail = tail[2..];
            endsInKey = true;
        }

        return new GraphPath(
            GraphResource.Item, drive, new ItemSelector(anchor, Decode(rawAnchor), path) { EndsInKey = endsInKey }, tail);
    }

    private static void AddNames(List<string> path, string rawSegment)
    {
        foreach (var name in Decode(rawSegment).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            switch (name)
            {
                case ".":
                    break;
                case "..":
                    throw GraphError.InvalidRequest("The path must not contain '..'.", "invalidPath");
                default:
                    path.Add(name);
                    break;
            }
        }

        if (path.Sum(name => name.Length + 1) - 1 > NameRules.LongestPath)
        {
            throw NameRules.PathIsTooLong();
        }
    }

    public static List<string> DecodeAll(ReadOnlySpan<string> segments)
    {
        var decoded = new List<string>(segments.Length);
        foreach (var segment in segments)
        {
            decoded.Add(Decode(segment));
        }

        return decoded;
    }

    public static string Decode(string segment) => Uri.UnescapeDataString(segment);
}
