using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers.Folders;

/// <summary>How long the path of a folder is, from the root of its drive.</summary>
internal static class RemotePathLength
{
    private const string Root = "root:";

    /// <summary>As the service describes the folder, else as the caller named it; what is not known counts nothing.</summary>
    internal static int Of(DriveItem folder, ItemAddress address)
    {
        if (folder.Root is not null)
            return 0;
        if (folder.ParentReference?.Path is { } path && path.IndexOf(Root, StringComparison.Ordinal) is >= 0 and var at)
        {
            var parent = Uri.UnescapeDataString(path[(at + Root.Length)..]).Trim('/');
            return parent.Length + (parent.Length == 0 ? 0 : 1) + (folder.Name?.Length ?? 0);
        }

        return address.RelativePath.Length;
    }
}
