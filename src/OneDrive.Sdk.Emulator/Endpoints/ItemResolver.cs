using System.Collections.Frozen;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>From addresses to drives and items, with the rights of the caller checked.</summary>
internal sealed class ItemResolver(DirectoryState directory)
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
            _ => GetUser(exchange, selector).Drive,
        };
        if (exchange.Grant.User is { } user && drive.Type != EmulatorDriveType.DocumentLibrary && !ReferenceEquals(user.Drive, drive))
        {
            throw new GraphError(403, "accessDenied", "Access denied");
        }

        return drive;
    }

    /// <summary>The item, or 404. Called under the lock of the drive.</summary>
    public static ItemNode GetItem(Exchange exchange, DriveState drive, ItemSelector selector)
        => DriveState.FindByPath(GetAnchor(exchange, drive, selector), selector.Path) ?? throw GraphError.ItemNotFound();

    /// <summary>
    /// Where the path of an address starts. A special folder is created when it is asked for, as the service does. Called under the lock of
    /// the drive.
    /// </summary>
    public static ItemNode GetAnchor(Exchange exchange, DriveState drive, ItemSelector selector) => selector.Anchor switch
    {
        ItemAnchor.Root => drive.Root,
        ItemAnchor.Special => GetSpecialFolder(exchange, drive, selector.Value),
        _ when selector.Value.Equals("root", StringComparison.OrdinalIgnoreCase) => drive.Root,
        _ => drive.FindById(selector.Value) ?? throw GraphError.ItemNotFound(),
    };

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
