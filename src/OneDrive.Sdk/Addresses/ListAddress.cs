using OneDrive.Sdk.Addresses;

namespace OneDrive.Sdk;

/// <summary>The address of a SharePoint list: an immutable value that is resolved without network access.</summary>
public sealed record ListAddress
{
    private ListAddress(DriveAddress? drive, string path)
    {
        Drive = drive;
        Path = path;
    }

    /// <summary>The drive whose list it is; null for a list that is named by its site.</summary>
    internal DriveAddress? Drive { get; }

    private string Path { get; }

    /// <summary>The list behind a document library.</summary>
    /// <param name="drive">The drive.</param>
    /// <returns>The address.</returns>
    public static ListAddress OfDrive(DriveAddress drive)
    {
        ArgumentNullException.ThrowIfNull(drive);
        return new(drive, "list");
    }

    /// <summary>A list of a site.</summary>
    /// <param name="siteId">The site id, or host and path as in <c>contoso.sharepoint.com:/sites/team</c>.</param>
    /// <param name="listIdOrTitle">The id or the title of the list.</param>
    /// <returns>The address.</returns>
    /// <exception cref="ArgumentException">A value is empty or cannot be part of a path.</exception>
    public static ListAddress InSite(string siteId, string listIdOrTitle)
    {
        var site = SiteAddress.Encode(SiteAddress.Require(siteId));
        return new(null, $"sites/{site}/lists/{PathEncoding.EncodeSegment(PathRules.RequireSegment(listIdOrTitle))}");
    }

    /// <summary>An entry of the list, and the file or folder behind it.</summary>
    /// <param name="listItemId">The id of the entry.</param>
    /// <returns>The address; it can be used in all calls for items. Calls for list entries address the entry itself.</returns>
    /// <exception cref="ArgumentException">The id is empty or cannot be part of a path.</exception>
    public ItemAddress Item(string listItemId) =>
        new(Drive, ItemAnchor.ListItem, $"{Path}/items/{PathEncoding.EncodeSegment(PathRules.RequireSegment(listItemId))}", "");

    /// <summary>The path that requests use, relative to the root of the service.</summary>
    /// <returns>The path, percent-encoded, without a leading slash.</returns>
    public override string ToString() => Drive is null ? Path : $"{Drive}/{Path}";

    /// <summary>The same list in a drive that was resolved; the address itself when it names none.</summary>
    internal ListAddress In(DriveAddress? resolved) => resolved is null ? this : new(resolved, Path);

    internal string ToRequestPath(string? verb = null)
    {
        var list = Drive is null ? Path : Drive.ToRequestPath(Path);
        return verb is null ? list : $"{list}/{verb}";
    }
}
