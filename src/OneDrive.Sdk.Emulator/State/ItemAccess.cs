namespace OneDrive.Sdk.Emulator.State;

/// <summary>Who may reach an item of another user's drive. Called under the lock of the drive.</summary>
internal static class ItemAccess
{
    /// <summary>The permissions of an item, its own first, each with the item that it was given on.</summary>
    public static IEnumerable<(ItemNode Item, SharePermission Permission)> PermissionsOf(ItemNode item)
    {
        for (var node = item; node is not null; node = node.Parent)
        {
            foreach (var permission in node.Permissions)
            {
                yield return (node, permission);
            }
        }
    }

    public static bool IsAllowed(ItemNode item, UserState user, bool writes, DateTimeOffset now)
        => PermissionsOf(item).Any(entry => entry.Permission.IsHeldBy(user)
            && !entry.Permission.IsOver(now)
            && (!writes || entry.Permission.AllowsWriting));
}
