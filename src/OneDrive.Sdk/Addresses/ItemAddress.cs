using System.Security.Cryptography;
using System.Text;
using OneDrive.Sdk.Addresses;

namespace OneDrive.Sdk;

/// <summary>The address of a file or folder: an immutable value that is resolved without network access.</summary>
public sealed record ItemAddress
{
    internal ItemAddress(DriveAddress? drive, ItemAnchor anchor, string anchorValue, string relativePath)
    {
        Drive = drive;
        Anchor = anchor;
        AnchorValue = anchorValue;
        RelativePath = relativePath;
    }

    /// <summary>The drive that holds the item.</summary>
    /// <value>Null for a sharing link, which leads to a drive of its own, and for an entry of a list that is named by its site.</value>
    public DriveAddress? Drive { get; }

    internal ItemAnchor Anchor { get; }

    /// <summary>The id, folder name or sharing token that belongs to <see cref="Anchor"/>; empty for the root folder.</summary>
    internal string AnchorValue { get; }

    /// <summary>The path from the anchor, not encoded, without outer slashes; empty when the anchor itself is meant.</summary>
    internal string RelativePath { get; }

    /// <summary>The id that the address starts from.</summary>
    /// <value>Null when it starts from the root folder, a special folder, a sharing link or an entry of a list.</value>
    public string? ItemId => Anchor is ItemAnchor.Item ? AnchorValue : null;

    /// <summary>The names on the way to the item, from where the address starts, not encoded.</summary>
    /// <value>Empty when the address has no path, such as that of the root folder.</value>
    public IReadOnlyList<string> Segments => RelativePath.Length == 0 ? [] : RelativePath.Split('/');

    /// <summary>Whether the root folder of the drive is addressed.</summary>
    public bool IsRoot => Anchor is ItemAnchor.Root && RelativePath.Length == 0;

    /// <summary>The name of the item.</summary>
    /// <value>Null when the address does not tell it: the root folder, an item by its id, a sharing link.</value>
    public string? Name => RelativePath.Length == 0 ? null : RelativePath[(RelativePath.LastIndexOf('/') + 1)..];

    /// <summary>The folder that holds the item.</summary>
    /// <value>Null when the address does not tell it: the root folder, an item by its id, a sharing link.</value>
    public ItemAddress? Parent =>
        RelativePath.Length == 0 ? null : With(RelativePath[..Math.Max(0, RelativePath.LastIndexOf('/'))]);

    /// <summary>The request path of the share itself, not of the item that it leads to; null for other addresses.</summary>
    internal string? SharePath =>
        Anchor is ItemAnchor.Share && RelativePath.Length == 0 ? $"shares/{PathEncoding.EncodeSegment(AnchorValue)}" : null;

    /// <summary>Whether the address names an entry of a list, as <see cref="ListAddress.Item"/> makes it.</summary>
    public bool IsListItem => Anchor is ItemAnchor.ListItem && RelativePath.Length == 0;

    /// <summary>The request path of the entry of a list, not of its file; null for other addresses.</summary>
    internal string? ListItemPath => IsListItem
        ? Drive is null ? AnchorValue : Drive.ToRequestPath(AnchorValue)
        : null;

    /// <summary>The item that a sharing link points to.</summary>
    /// <param name="sharingLink">The absolute sharing URL, exactly as it was shared.</param>
    /// <returns>The address.</returns>
    /// <exception cref="ArgumentException">The link is not an absolute http or https URL.</exception>
    /// <example>
    /// <code>
    /// var item = await client.Items.GetAsync(ItemAddress.Shared(link));
    /// var text = await client.Content.ReadAsStringAsync(ItemAddress.Shared(link));
    /// </code>
    /// </example>
    public static ItemAddress Shared(Uri sharingLink)
    {
        ArgumentNullException.ThrowIfNull(sharingLink);
        if (!sharingLink.IsAbsoluteUri || (sharingLink.Scheme != Uri.UriSchemeHttps && sharingLink.Scheme != Uri.UriSchemeHttp))
            throw new ArgumentException("A sharing link must be an absolute http or https URL.", nameof(sharingLink));
        return new(null, ItemAnchor.Share, SharingToken.Encode(sharingLink), "");
    }

    /// <summary>The item that a sharing link points to, by the id of the share.</summary>
    /// <param name="shareId">The <see cref="Models.Permission.ShareId"/> of a permission.</param>
    /// <returns>The address.</returns>
    /// <exception cref="ArgumentException">The id is empty or cannot be part of a path.</exception>
    public static ItemAddress SharedById(string shareId) => new(null, ItemAnchor.Share, PathRules.RequireSegment(shareId), "");

    /// <summary>The child with this name in the folder.</summary>
    /// <param name="name">The name, not encoded.</param>
    /// <returns>The address of the item.</returns>
    /// <exception cref="ArgumentException">
    /// The name is empty, is <c>.</c> or <c>..</c>, or contains a slash, a control character or an unpaired surrogate.
    /// </exception>
    public ItemAddress Child(string name) => Below(PathRules.RequireSegment(name));

    /// <summary>The item at this path below the folder.</summary>
    /// <param name="path">Names separated by slashes, not encoded; <c>/</c> is the folder itself.</param>
    /// <returns>The address of the item.</returns>
    /// <exception cref="ArgumentException">
    /// The path is empty, has an empty segment, a segment <c>.</c> or <c>..</c>, a control character or an unpaired surrogate.
    /// </exception>
    public ItemAddress Path(string path) => Below(PathRules.RequirePath(path));

    /// <summary>
    /// The path used in requests, relative to the service root, such as <c>me/drive/root:/Reports/2024%20Q1</c>. The token of a sharing
    /// link is omitted, because it can grant access.
    /// </summary>
    /// <returns>The path, percent-encoded, without a leading slash.</returns>
    public override string ToString() =>
        Compose(Drive?.ToString(), Anchor == ItemAnchor.Share ? "***" : PathEncoding.EncodeSegment(AnchorValue), verb: null);

    /// <summary>
    /// A stable text that identifies the address and can be stored: the token of a sharing link is included as a hash only.
    /// </summary>
    internal string ToIdentity() => Anchor is ItemAnchor.Share
        ? $"{this} #{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(AnchorValue)), 0, 8)}"
        : (Drive is { } drive ? WithDrive(drive.ToCanonical()) : this).ToString();

    /// <summary>The path of a request to the item.</summary>
    /// <param name="verb">What follows the item, already encoded, such as <c>children</c>; null for the item itself.</param>
    /// <returns>The path, percent-encoded, without a leading slash.</returns>
    /// <exception cref="InvalidOperationException">The drive has to be resolved first.</exception>
    internal string ToRequestPath(string? verb = null) => Compose(Drive?.ToRequestPath(), PathEncoding.EncodeSegment(AnchorValue), verb);

    /// <summary>The same item in a drive that was resolved meanwhile.</summary>
    /// <param name="drive">The drive.</param>
    /// <returns>An address that requests can use.</returns>
    internal ItemAddress WithDrive(DriveAddress drive) => Drive is null ? this : new(drive, Anchor, AnchorValue, RelativePath);

    /// <summary>The same item in a drive that was resolved; the address itself when it names none.</summary>
    internal ItemAddress In(DriveAddress? resolved) => resolved is null ? this : WithDrive(resolved);

    private ItemAddress Below(string path) =>
        With(RelativePath.Length == 0 ? path : path.Length == 0 ? RelativePath : $"{RelativePath}/{path}");

    private ItemAddress With(string relativePath) => new(Drive, Anchor, AnchorValue, relativePath);

    private string Compose(string? drive, string anchorValue, string? verb)
    {
        var anchor = Anchor switch
        {
            ItemAnchor.Item => $"{drive}/items/{anchorValue}",
            ItemAnchor.Special => $"{drive}/special/{anchorValue}",
            ItemAnchor.Share => $"shares/{anchorValue}/driveItem",
            ItemAnchor.ListItem => $"{(drive is null ? "" : drive + "/")}{AnchorValue}/driveItem",
            _ => $"{drive}/root",
        };
        if (RelativePath.Length > 0)
            anchor = $"{anchor}:/{PathEncoding.EncodePath(RelativePath)}";
        if (verb is null)
            return anchor;
        return RelativePath.Length > 0 ? $"{anchor}:/{verb}" : $"{anchor}/{verb}";
    }
}
