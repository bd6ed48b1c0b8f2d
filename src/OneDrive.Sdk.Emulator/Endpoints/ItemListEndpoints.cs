using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>Search, and the lists of a whole drive: followed, recent, shared with the user.</summary>
internal sealed class ItemListEndpoints(ItemResolver resolver, ItemRenderer renderer, ItemList list, DirectoryState directory)
    : IEndpointRoutes
{
    public Route? Match(Exchange request, GraphPath path, string method) => (path.Resource, path.Tail, method) switch
    {
        (GraphResource.Item, [var verb], "GET") when SearchText.IsSearch(verb) =>
            Route.Plain(EmulatorOperation.Search, exchange => Search(exchange, path, new SearchText(verb))),
        (GraphResource.Drive, [var verb], "GET") when SearchText.IsSearch(verb) =>
            Route.Plain(EmulatorOperation.Search, exchange => SearchDrive(exchange, path, new SearchText(verb))),
        (GraphResource.Drive, ["following"], "GET") =>
            Route.Plain(EmulatorOperation.ListFollowed, exchange => ListFollowed(exchange, path)),
        (GraphResource.Drive, ["recent"], "GET") => Route.Plain(EmulatorOperation.ListRecent, exchange => ListRecent(exchange, path)),
        (GraphResource.Drive, ["shared"], "GET") =>
            Route.Plain(EmulatorOperation.ListSharedByMe, exchange => ListSharedByMe(exchange, path)),
        (GraphResource.Drive, ["sharedWithMe"], "GET") =>
            Route.Plain(
                EmulatorOperation.ListSharedWithMe,
                exchange => list.Render(exchange, SharedWith(exchange, UserOf(exchange, path)))),
        _ => null,
    };

    private Answer Search(Exchange exchange, GraphPath path, SearchText text)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        lock (drive.Gate)
        {
            var folder = resolver.GetItem(exchange, drive, path.Item!);
            return text.Page(exchange, list, drive, [.. folder.SelfAndDescendants().Skip(1).Where(text.Finds)]);
        }
    }

    private Answer SearchDrive(Exchange exchange, GraphPath path, SearchText text)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        var found = new List<JsonObject>();
        lock (drive.Gate)
        {
            found.AddRange(drive.Root.SelfAndDescendants().Skip(1).Where(text.Finds)
                .Select(item => renderer.Render(drive, item, exchange.BaseUrl)));
        }

        if (exchange.Grant.User is { } user)
        {
            found.AddRange(SharedWith(exchange, user).Where(item => text.Finds((string?)item["name"])));
        }

        return list.RenderFound(exchange, found);
    }

    private Answer ListFollowed(Exchange exchange, GraphPath path)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        var userId = UserOf(exchange, path).Id;
        lock (drive.Gate)
        {
            return list.Render(exchange, drive, [.. drive.Root.SelfAndDescendants().Where(item => item.Followers.Contains(userId))]);
        }
    }

    private Answer ListRecent(Exchange exchange, GraphPath path)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        lock (drive.Gate)
        {
            return list.Render(
                exchange,
                drive,
                [.. drive.Root.SelfAndDescendants().Where(item => !item.IsFolder).OrderByDescending(item => item.Modified)]);
        }
    }

    private Answer ListSharedByMe(Exchange exchange, GraphPath path)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        if (drive.Type != EmulatorDriveType.Personal)
        {
            throw new GraphError(501, "notSupported", "The list of shared items is supported on personal drives only.");
        }

        lock (drive.Gate)
        {
            return list.Render(exchange, drive, [.. drive.SharedItems.Where(item => item.Permissions.Count > 0)]);
        }
    }

    private List<JsonObject> SharedWith(Exchange exchange, UserState user)
    {
        var found = new List<JsonObject>();
        foreach (var drive in directory.Drives.Where(drive => !ReferenceEquals(drive, user.Drive)))
        {
            lock (drive.Gate)
            {
                found.AddRange(drive.SharedItems
                    .Where(item => item.Permissions.Exists(permission => permission.IsHeldBy(user)))
                    .Select(item => renderer.RenderRemote(drive, item, exchange.BaseUrl)));
            }
        }

        return found;
    }

    private UserState UserOf(Exchange exchange, GraphPath path)
        => exchange.Grant.User ?? resolver.GetUser(exchange, path.Drive!);
}
