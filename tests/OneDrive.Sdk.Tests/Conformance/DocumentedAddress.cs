namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>
/// A documented path, taken apart into what it names and what follows: <c>/me/drive/root:/a/b:/copy</c> is an item and <c>copy</c>. A
/// placeholder stands for its own name: <c>{item-id}</c> for the id <c>item-id</c>.
/// </summary>
/// <param name="Form">What the path names, and what follows: <c>{item}/copy</c>.</param>
/// <param name="Drive">The drive, where there is one.</param>
/// <param name="Item">The item, where there is one.</param>
internal sealed record DocumentedAddress(string Form, DriveAddress? Drive, ItemAddress? Item)
{
    /// <summary>A sharing link; its token is compared with nothing, since the pages write a placeholder.</summary>
    private static readonly Uri SharingLink = new("https://contoso.sharepoint.com/:w:/s/team/EaBc");

    internal static DocumentedAddress Unknown { get; } = new("", null, null);

    /// <summary>The site, where the path names no list of it.</summary>
    internal string? SiteId { get; private init; }

    /// <summary>The list, where there is one.</summary>
    internal ListAddress? List { get; private init; }

    /// <summary>The entry of the list, where there is one.</summary>
    internal ItemAddress? Entry { get; private init; }

    internal static DocumentedAddress Parse(string path)
    {
        string[] segments = [.. JoinSite(path.Split('/').Where(segment => segment.Length > 0).Select(Plain))];
        return segments switch
        {
            ["drive", .. var rest] => OfDrive(DriveAddress.Me, rest),
            ["me", "drive", .. var rest] => OfDrive(DriveAddress.Me, rest),
            ["users", var id, "drive", .. var rest] => OfDrive(DriveAddress.User(id), rest),
            ["groups", var id, "drive", .. var rest] => OfDrive(DriveAddress.Group(id), rest),
            ["sites", var id, "drive", .. var rest] => OfDrive(DriveAddress.Site(id), rest),
            ["sites", _, "drives", var id, .. var rest] => OfDrive(DriveAddress.ById(id), rest),
            ["drives", var id, .. var rest] => OfDrive(DriveAddress.ById(id), rest),
            ["me", .. var rest] => new(Join("{owner}", rest), DriveAddress.Me, null),
            ["users", var id, .. var rest] => new(Join("{owner}", rest), DriveAddress.User(id), null),
            ["groups", var id, .. var rest] => new(Join("{owner}", rest), DriveAddress.Group(id), null),
            ["sites", var site, "lists", var list, .. var rest] => OfList(ListAddress.InSite(site, list), rest),
            ["sites", var site, .. var rest] => new(Join("{owner}", rest), DriveAddress.Site(site), null) { SiteId = site },
            ["shares", _, var word, .. var rest] when IsDriveItem(word) => OfDriveItem(word, ItemAddress.Shared(SharingLink), rest),
            ["shares", _, .. var rest] => new(Join("{share}", rest), null, ItemAddress.Shared(SharingLink)),
            _ => new(string.Join('/', segments), null, null),
        };
    }

    // Pages write it with either case.
    private static bool IsDriveItem(string segment) => segment.TrimEnd(':').Equals("driveItem", StringComparison.OrdinalIgnoreCase);

    private static DocumentedAddress OfDriveItem(string word, ItemAddress item, string[] rest) =>
        word.EndsWith(':') ? OfPath(item, null, rest) : new(Join("{item}", rest), null, item);

    /// <summary>The host and the path of a site are one segment: <c>contoso.sharepoint.com:/sites/team</c>.</summary>
    private static List<string> JoinSite(IEnumerable<string> segments)
    {
        var list = segments.ToList();
        if (list is not ["sites", var host, _, ..] || !host.EndsWith(':'))
        {
            return list;
        }

        var end = list.FindIndex(2, segment => segment.EndsWith(':'));
        end = end < 0 ? list.Count - 1 : end;
        return ["sites", string.Join('/', list[1..(end + 1)]).TrimEnd(':'), .. list[(end + 1)..]];
    }

    private static DocumentedAddress OfList(ListAddress list, string[] rest) => rest switch
    {
        ["items", var id, var word, .. var tail] when IsDriveItem(word) => OfDriveItem(word, list.Item(id), tail),
        ["items", var id, .. var tail] => new(Join("{listItem}", tail), null, null) { List = list, Entry = list.Item(id) },
        _ => new(Join("{list}", rest), null, null) { List = list },
    };

    private static DocumentedAddress OfDrive(DriveAddress drive, string[] rest) => rest switch
    {
        ["root", .. var tail] => new(Join("{item}", tail), drive, drive.Root),
        ["root:", .. var below] => OfPath(drive.Root, drive, below),
        ["items", var id, .. var below] when id.EndsWith(':') => OfPath(drive.Item(id[..^1]), drive, below),
        ["items", var id, .. var tail] => new(Join("{item}", tail), drive, drive.Item(id)),
        ["special", var name, .. var below] when name.EndsWith(':') => OfPath(drive.Special(new(name[..^1])), drive, below),
        ["list", .. var tail] => OfList(ListAddress.OfDrive(drive), tail),
        ["special", var name, .. var tail] => new(Join("{item}", tail), drive, drive.Special(new(name))),
        _ => new(Join("{drive}", rest), drive, null),
    };

    private static DocumentedAddress OfPath(ItemAddress start, DriveAddress? drive, string[] below)
    {
        var end = Array.FindIndex(below, segment => segment.EndsWith(':'));
        var names = end < 0 ? below : below[..(end + 1)];
        return new(
            Join("{item}", end < 0 ? [] : below[(end + 1)..]), drive, start.Path(string.Join('/', names).TrimEnd(':')));
    }

    private static string Join(string what, string[] tail) => string.Join('/', tail.Prepend(what));

    /// <summary>A segment without the braces of placeholders, decoded.</summary>
    internal static string Plain(string segment) => Uri.UnescapeDataString(segment).Replace("{", "", StringComparison.Ordinal).Replace(
        "}", "", StringComparison.Ordinal);
}
