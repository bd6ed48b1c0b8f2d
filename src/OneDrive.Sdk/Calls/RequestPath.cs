using System.Runtime.CompilerServices;
using OneDrive.Sdk.Addresses;

namespace OneDrive.Sdk;

/// <summary>
/// Where a <see cref="OneDriveRequest"/> goes: a path below the root of the service, or what belongs to a drive, an item or a list. A plain
/// value that never touches the network; the drive in it is resolved when the request is sent.
/// </summary>
public sealed class RequestPath
{
    private readonly Func<DriveAddress?, string> _write;
    private readonly string _text;

    private RequestPath(DriveAddress? drive, string text, Func<DriveAddress?, string> write) =>
        (Drive, _text, _write) = (drive, text, write);

    /// <summary>The drive that has to be resolved before the path is written; null when there is none.</summary>
    internal DriveAddress? Drive { get; }

    /// <summary>A path below the root of the service.</summary>
    /// <param name="path">The path, percent-encoded, without a query: <c>me/drive/recent</c>.</param>
    /// <returns>The path of a request.</returns>
    /// <exception cref="ArgumentException">
    /// The path is empty, absolute, has a query or a fragment, or a segment <c>.</c> or <c>..</c>.
    /// </exception>
    public static RequestPath FromText(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var text = Validate(path.StartsWith('/') ? path[1..] : path, nameof(path));
        return new(null, text, _ => text);
    }

    /// <summary>What belongs to a drive.</summary>
    /// <param name="drive">The drive.</param>
    /// <param name="rest">What follows the drive, percent-encoded, such as <c>activities</c>; null for the drive itself.</param>
    /// <returns>The path of a request.</returns>
    /// <exception cref="ArgumentException">What follows cannot be part of a path.</exception>
    public static RequestPath Of(DriveAddress drive, string? rest = null)
    {
        ArgumentNullException.ThrowIfNull(drive);
        ValidateRest(rest);
        return new(drive, Append(drive.ToString(), rest), resolved => resolved!.ToRequestPath(rest));
    }

    /// <summary>What belongs to a file or folder.</summary>
    /// <param name="item">The item.</param>
    /// <param name="rest">What follows the item, percent-encoded, such as <c>retentionLabel</c>; null for the item itself.</param>
    /// <returns>The path of a request.</returns>
    /// <exception cref="ArgumentException">What follows cannot be part of a path.</exception>
    public static RequestPath Of(ItemAddress item, string? rest = null)
    {
        ArgumentNullException.ThrowIfNull(item);
        ValidateRest(rest);
        return new(item.Drive, Append(item.ToString(), rest), resolved => item.In(resolved).ToRequestPath(rest));
    }

    /// <summary>What belongs to a SharePoint list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="rest">What follows the list, percent-encoded, such as <c>columns</c>; null for the list itself.</param>
    /// <returns>The path of a request.</returns>
    /// <exception cref="ArgumentException">What follows cannot be part of a path.</exception>
    public static RequestPath Of(ListAddress list, string? rest = null)
    {
        ArgumentNullException.ThrowIfNull(list);
        ValidateRest(rest);
        return new(list.Drive, Append(list.ToString(), rest), resolved => list.In(resolved).ToRequestPath(rest));
    }

    /// <summary>What belongs to the entry of a list: one that <see cref="ListAddress.Item"/> addresses, or that of an item.</summary>
    /// <param name="item">The entry, or the file or folder that it belongs to.</param>
    /// <param name="rest">What follows the entry, percent-encoded, such as <c>versions</c>; null for the entry itself.</param>
    /// <returns>The path of a request.</returns>
    /// <exception cref="ArgumentException">What follows cannot be part of a path.</exception>
    public static RequestPath OfListItem(ItemAddress item, string? rest = null)
    {
        ArgumentNullException.ThrowIfNull(item);
        ValidateRest(rest);
        var text = item.IsListItem ? item.ToString()[..^"/driveItem".Length] : item + "/listItem";
        return new(
            item.Drive,
            Append(text, rest),
            resolved => item.In(resolved) is var found && found.ListItemPath is { } entry
                ? Append(entry, rest)
                : found.ToRequestPath(Append("listItem", rest)));
    }

    /// <summary>What belongs to a sharing link itself, not to the item that it leads to.</summary>
    /// <param name="share">The link, as <see cref="ItemAddress.Shared"/> addresses it.</param>
    /// <param name="rest">What follows the link, percent-encoded, such as <c>list</c>; null for the link itself.</param>
    /// <returns>The path of a request.</returns>
    /// <exception cref="ArgumentException">The address is not that of a sharing link, or what follows cannot be part of a path.</exception>
    public static RequestPath OfShare(ItemAddress share, string? rest = null)
    {
        ArgumentNullException.ThrowIfNull(share);
        ValidateRest(rest);
        return share.SharePath is { } path
            ? new(null, Append("shares/***", rest), _ => Append(path, rest))
            : throw new ArgumentException($"'{share}' is not a sharing link. Use ItemAddress.Shared.", nameof(share));
    }

    /// <summary>What belongs to a site.</summary>
    /// <param name="siteId">The site id, or host and path as in <c>contoso.sharepoint.com:/sites/team</c>.</param>
    /// <param name="rest">What follows the site, percent-encoded, such as <c>analytics</c>; null for the site itself.</param>
    /// <returns>The path of a request.</returns>
    /// <exception cref="ArgumentException">The site is empty, or a value cannot be part of a path.</exception>
    public static RequestPath OfSite(string siteId, string? rest = null)
    {
        ValidateRest(rest);
        var site = SiteAddress.PathOf(siteId);
        var text = rest is null ? site.TrimEnd(':') : Append(site, rest);
        return new(null, text, _ => text);
    }

    /// <summary>Percent-encodes an id or a name that becomes one segment of a path.</summary>
    /// <param name="segment">The id or name, not encoded.</param>
    /// <returns>The segment in ASCII.</returns>
    /// <exception cref="ArgumentException">It is empty, has a slash or a control character, or is <c>.</c> or <c>..</c>.</exception>
    public static string Encode(string segment) => PathEncoding.EncodeSegment(PathRules.RequireSegment(segment));

    /// <summary>The path relative to the root of the service; the token of a sharing link is left out.</summary>
    /// <returns>The path, percent-encoded, without a leading slash.</returns>
    public override string ToString() => _text;

    /// <summary>The path of the request.</summary>
    /// <param name="resolved">The drive, resolved; null when <see cref="Drive"/> is null.</param>
    internal string Write(DriveAddress? resolved) => _write(resolved);

    private static string Append(string start, string? rest) => rest is null ? start : $"{start}/{rest}";

    private static void ValidateRest(string? rest, [CallerArgumentExpression(nameof(rest))] string? parameterName = null)
    {
        if (rest is not null)
            Validate(rest, parameterName);
    }

    private static string Validate(string path, [CallerArgumentExpression(nameof(path))] string? parameterName = null)
    {
        // A colon stands between an item and what belongs to it; a scheme would lead to another place.
        if (path.Length == 0 || path.StartsWith('/') || path.Contains("://", StringComparison.Ordinal)
            || path.AsSpan().ContainsAny('?', '#', '\\') || path.Any(character => character is <= ' ' or > '~')
            || path.Split('/').Any(segment => Uri.UnescapeDataString(segment) is "." or "..")
            || path.Contains("%2F", StringComparison.OrdinalIgnoreCase) || path.Contains("%5C", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException(
                "The path must be percent-encoded ASCII below the root of the service, without '?', '#', '\\', encoded slashes and "
                + "segments '.' and '..'; parameters belong in Query.",
                parameterName);
        }

        return path;
    }
}
