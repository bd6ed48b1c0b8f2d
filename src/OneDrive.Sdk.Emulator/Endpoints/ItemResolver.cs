using System.Collections.Frozen;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>From addresses to drives and items, with the rights of the caller checked.</summary>
internal sealed class ItemResolver(DirectoryState directory, ShareTable shares, TimeProvider time)
{
    private static readonly FrozenDictionary<string, string[]> SpecialFolders = new Dictionary<string, string[]>(
        StringComparer.OrdinalIgnoreCase)
    {
        ["documents"] = ["Documents"],
        ["photos"] = ["Pictures"],
        ["cameraroll"] = ["Pictures", "Camera Roll"],
        ["music"] = ["Music"],
        ["desktop"] = ["Desktop"],
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public ShareTable Shares => shares;

    public UserState GetUser(Exchange exchange, DriveSelector selector)
    {
        if (selector.Kind == DriveOwnerKind.Me)
        {
            return exchange.Grant.User
                ?? throw new GraphError(400, "BadRequest", "/me request is only valid with delegated authentication flow.");
        }

        return directory.FindUser(selector.Id)
            ?? throw new GraphError(
                404,
                "Request_ResourceNotFound",
                $"Resource '{selector.Id}' does not exist or one of its queried reference-property objects are not present.");
    }

    public GroupState GetGroup(string id)
        => directory.FindGroup(id)
            ?? throw new GraphError(
                404,
                "Request_ResourceNotFound",
                $"Resource '{id}' does not exist or one of its queried reference-property objects are not present.");

    public DriveState GetDrive(Exchange exchange, DriveSelector selector)
    {
        var drive = selector.Kind switch
        {
            DriveOwnerKind.Group => GetGroup(selector.Id).Drive,
            DriveOwnerKind.ById => directory.FindDrive(selector.Id) ?? throw GraphError.ItemNotFound(),
            DriveOwnerKind.Site => GetSite(selector.Id).Drive,
            DriveOwnerKind.List => GetSite(selector.Id).FindList(selector.List) ?? throw GraphError.ItemNotFound(),
            DriveOwnerKind.Library => GetSite(selector.Id) is var site && site.FindList(selector.List) == site.Drive
                ? site.Drive
                : throw GraphError.ItemNotFound(),
            DriveOwnerKind.Share => OpenShare(exchange, selector.Id).Drive,
            _ => GetUser(exchange, selector).Drive,
        };
        if (selector.Kind is not DriveOwnerKind.Share && IsStranger(exchange, drive) && !HoldsPermission(exchange, drive))
        {
            throw AccessDenied();
        }

        return drive;
    }

    public SiteState GetSite(string idOrPath) => directory.FindSite(idOrPath) ?? throw GraphError.ItemNotFound();

    /// <summary>What a share leads to; 404 when its time is over, 403 when the caller may not use it.</summary>
    public (DriveState Drive, ItemNode Item, SharePermission? Permission) OpenShare(Exchange exchange, string token)
    {
        var (drive, item, permission) = shares.Get(token);
        lock (drive.Gate)
        {
            if (permission?.IsOver(time.GetUtcNow()) is true)
            {
                throw GraphError.ItemNotFound();
            }

            var user = exchange.Grant.User;
            if (IsStranger(exchange, drive)
                && permission?.IsOpenTo(user) is not true
                && !ItemAccess.IsAllowed(item, user!, writes: false, time.GetUtcNow()))
            {
                throw AccessDenied();
            }

            if (user is not null && exchange.Header("Prefer")?.Contains("redeemSharingLink", StringComparison.OrdinalIgnoreCase) is true)
            {
                permission?.RedeemedBy.Add(user.Id);
                item.Watch();
            }

            return (drive, item, permission);
        }
    }

    /// <summary>The item, or 404. Called under the lock of the drive.</summary>
    public ItemNode GetItem(Exchange exchange, DriveState drive, ItemSelector selector)
        => GetItem(exchange, drive, selector, writes: exchange.Request.Method is not ("GET" or "HEAD"));

    /// <summary>The item, or 404, for a request that only looks at it whatever its method.</summary>
    public ItemNode GetItemToRead(Exchange exchange, DriveState drive, ItemSelector selector)
        => GetItem(exchange, drive, selector, writes: false);

    private ItemNode GetItem(Exchange exchange, DriveState drive, ItemSelector selector, bool writes)
    {
        var item = Find(exchange, drive, selector) ?? throw GraphError.ItemNotFound();
        RequireAccess(exchange, drive, item, selector, writes);
        item.Watch();
        return item;
    }

    /// <summary>The item, or null. Called under the lock of the drive.</summary>
    public ItemNode? Find(Exchange exchange, DriveState drive, ItemSelector selector)
    {
        var anchor = GetAnchor(exchange, drive, selector);
        if (DriveState.FindByPath(anchor, selector.Path) is { } item)
        {
            return item;
        }

        // children/{key}: the key is a name, or an id.
        return selector.EndsInKey
            && drive.FindById(selector.Path[^1]) is { Parent: { } parent } child
            && DriveState.FindByPath(anchor, [.. selector.Path.SkipLast(1)]) == parent
                ? child
                : null;
    }

    /// <summary>
    /// Where the path of an address starts. A special folder is created when it is requested, as the service does. Called under the lock of
    /// the drive.
    /// </summary>
    public ItemNode GetAnchor(Exchange exchange, DriveState drive, ItemSelector selector) => selector.Anchor switch
    {
        ItemAnchor.Root => drive.Root,
        ItemAnchor.Special => GetSpecialFolder(exchange, drive, selector.Value),
        ItemAnchor.Share => OpenShare(exchange, selector.Value).Item,
        ItemAnchor.ListItem => drive.FindByListItemId(selector.Value) ?? throw GraphError.ItemNotFound(),
        _ when selector.Value.Equals("root", StringComparison.OrdinalIgnoreCase) => drive.Root,
        _ => drive.FindById(selector.Value) ?? throw GraphError.ItemNotFound(),
    };

    private static GraphError AccessDenied() => new(403, "accessDenied", "Access denied");

    private static bool IsStranger(Exchange exchange, DriveState drive)
        => exchange.Grant.User is { } user && drive.Type != EmulatorDriveType.DocumentLibrary && !ReferenceEquals(user.Drive, drive);

    private static bool HoldsPermission(Exchange exchange, DriveState drive)
    {
        lock (drive.Gate)
        {
            return drive.SharedItems.Any(item => item.Permissions.Exists(permission => permission.IsHeldBy(exchange.Grant.User!)));
        }
    }

    // On another user's drive only shared items are accessible, and read-only with a view link.
    private void RequireAccess(Exchange exchange, DriveState drive, ItemNode item, ItemSelector selector, bool writes)
    {
        if (!IsStranger(exchange, drive))
        {
            return;
        }

        var byLink = selector.Anchor is ItemAnchor.Share && (!writes || shares.Get(selector.Value).Permission?.AllowsWriting is true);
        if (!byLink && !ItemAccess.IsAllowed(item, exchange.Grant.User!, writes, time.GetUtcNow()))
        {
            throw AccessDenied();
        }
    }

    private static ItemNode GetSpecialFolder(Exchange exchange, DriveState drive, string name)
    {
        var isApplicationFolder = name.Equals("approot", StringComparison.OrdinalIgnoreCase);
        if (!isApplicationFolder && !SpecialFolders.ContainsKey(name))
        {
            throw GraphError.InvalidRequest($"'{name}' is not a special folder.");
        }

        string[] path = isApplicationFolder ? ["Apps", exchange.Actor.ApplicationName] : SpecialFolders[name];
        var folder = drive.EnsureFolders(drive.Root, path, exchange.Actor);
        folder.SpecialFolder ??= name.ToLowerInvariant();
        return folder;
    }
}
