using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Queries;
using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>Users, groups and their drives.</summary>
internal sealed class DirectoryEndpoints(DirectoryState directory, ItemResolver resolver, EmulatorOptions options) : IEndpointRoutes
{
    public Route? Match(Exchange request, GraphPath path, string method) => path.Tail is not [] ? null : (path.Resource, method) switch
    {
        (GraphResource.Users, "GET") => Route.Plain(EmulatorOperation.ListUsers, ListUsers),
        (GraphResource.User, "GET") => Route.Plain(EmulatorOperation.GetUser, exchange => GetUser(exchange, path)),
        (GraphResource.Groups, "GET") => Route.Plain(EmulatorOperation.ListGroups, ListGroups),
        (GraphResource.Group, "GET") => Route.Plain(EmulatorOperation.GetGroup, exchange => GetGroup(exchange, path)),
        (GraphResource.Drives, "GET") => Route.Plain(EmulatorOperation.ListDrives, exchange => ListDrives(exchange, path)),
        (GraphResource.Drive, "GET") => Route.Plain(EmulatorOperation.GetDrive, exchange => GetDrive(exchange, path)),
        (GraphResource.Drive, "PATCH") => new Route(
            EmulatorOperation.UpdateDrive, (exchange, cancellationToken) => UpdateDriveAsync(exchange, path, cancellationToken)),
        _ => null,
    };

    public Answer ListUsers(Exchange exchange) => List(exchange, QueryEntity.User, directory.Users, RenderUser);

    public Answer GetUser(Exchange exchange, GraphPath path)
    {
        var user = resolver.GetUser(exchange, path.Drive!);
        var json = RenderUser(user);

        // The service returns it only when it is selected.
        if (exchange.Query.Option("select")?.Contains("mySite", StringComparison.OrdinalIgnoreCase) is true)
        {
            json["mySite"] = $"{exchange.BaseUrl}/{user.Drive.WebUrlPath[..(user.Drive.WebUrlPath.LastIndexOf('/') + 1)]}";
        }

        return Answer.Json(200, ItemQuery.Select(json, exchange.Query));
    }

    public Answer ListGroups(Exchange exchange) => List(exchange, QueryEntity.Group, directory.Groups, RenderGroup);

    public Answer GetGroup(Exchange exchange, GraphPath path)
        => Answer.Json(200, ItemQuery.Select(RenderGroup(resolver.GetGroup(path.Drive!.Id)), exchange.Query));

    public Answer GetDrive(Exchange exchange, GraphPath path)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        lock (drive.Gate)
        {
            var json = new JsonObject { ["@odata.context"] = $"{exchange.BaseUrl}/v1.0/$metadata#drives/$entity" };
            foreach (var (name, value) in ItemRenderer.RenderDrive(drive, exchange.BaseUrl))
            {
                json[name] = value?.DeepClone();
            }

            return Answer.Json(200, ItemQuery.Select(json, exchange.Query));
        }
    }

    public async Task<Answer> UpdateDriveAsync(Exchange exchange, GraphPath path, CancellationToken cancellationToken)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        var body = await JsonText.ReadObjectAsync(exchange.Body, cancellationToken).ConfigureAwait(false);
        lock (drive.Gate)
        {
            drive.Name = body.GetText("name") ?? drive.Name;
            drive.Description = body.GetText("description") ?? drive.Description;
        }

        return GetDrive(exchange, path);
    }

    public Answer ListDrives(Exchange exchange, GraphPath path)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        lock (drive.Gate)
        {
            return Answer.Json(200, ListPaging.Render(
                exchange,
                [drive],
                options.PageSize,
                entry => ItemQuery.Select(ItemRenderer.RenderDrive(entry, exchange.BaseUrl), exchange.Query)));
        }
    }

    private Answer List<T>(Exchange exchange, QueryEntity entity, IReadOnlyList<T> entries, Func<T, JsonObject> render)
    {
        var found = ListQuery.Apply(exchange, entity, entries, render);
        return Answer.Json(
            200,
            ListPaging.Render(exchange, found, options.PageSize, entry => ItemQuery.Select(render(entry), exchange.Query)));
    }

    private static JsonObject RenderUser(UserState user) => new()
    {
        ["id"] = user.Id,
        ["displayName"] = user.DisplayName,
        ["userPrincipalName"] = user.UserPrincipalName,
        ["mail"] = user.Mail,
    };

    private static JsonObject RenderGroup(GroupState group) => new()
    {
        ["id"] = group.Id,
        ["displayName"] = group.DisplayName,
        ["mail"] = group.Mail,
        ["mailEnabled"] = true,
        ["groupTypes"] = new JsonArray("Unified"),
    };
}
