using System.Text;

namespace OneDrive.Sdk.Emulator.State;

/// <summary>Finds what a sharing link, the id of a share or the page of an item leads to.</summary>
internal sealed class ShareTable(DirectoryState directory)
{
    private const string TokenPrefix = "u!";

    /// <summary>The drive, the item and, unless the address was that of an ordinary page, the permission that a share stands for.</summary>
    public (DriveState Drive, ItemNode Item, SharePermission? Permission) Get(string shareIdOrToken)
    {
        var (key, path) = Read(shareIdOrToken);
        foreach (var drive in directory.Drives)
        {
            lock (drive.Gate)
            {
                foreach (var item in drive.SharedItems)
                {
                    if (item.Permissions.Find(permission => permission.ShareId == key) is { } permission)
                    {
                        return (drive, item, permission);
                    }
                }

                if (path is not null && FindByPage(drive, path) is { } page)
                {
                    return (drive, page, null);
                }
            }
        }

        throw GraphError.ItemNotFound();
    }

    private static ItemNode? FindByPage(DriveState drive, string path)
    {
        var prefix = $"/{drive.WebUrlPath}";
        return path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
            ? DriveState.FindByPath(
                drive.Root,
                path[prefix.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString))
            : null;
    }

    private static (string Key, string? Path) Read(string shareIdOrToken)
    {
        if (!shareIdOrToken.StartsWith(TokenPrefix, StringComparison.Ordinal))
        {
            return (shareIdOrToken, null);
        }

        var base64 = shareIdOrToken[TokenPrefix.Length..].Replace('_', '/').Replace('-', '+');
        var buffer = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='), buffer, out var length)
            || !Uri.TryCreate(Encoding.UTF8.GetString(buffer, 0, length), UriKind.Absolute, out var link))
        {
            throw GraphError.InvalidRequest("The sharing link is not encoded as a share token.", "invalidShareToken");
        }

        return (link.Segments[^1], link.AbsolutePath);
    }
}
