using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Queries;
using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>What a sharing link leads to: https://learn.microsoft.com/graph/api/shares-get.</summary>
internal sealed class ShareEndpoints(
    ItemResolver resolver, ItemExpansion expansion, SharingState sharing, DirectoryState directory) : IEndpointRoutes
{
    public Route? Match(Exchange request, GraphPath path, string method) =>
        path.Resource is not GraphResource.Share ? null : (path.Tail, method) switch
        {
            ([], "GET") => Route.Plain(EmulatorOperation.GetShare, exchange => Get(exchange, path.Item!.Value)),
            (["items"], "GET") => Route.Plain(EmulatorOperation.GetShare, exchange => ListItems(exchange, path.Item!.Value)),
            (["listItem"], "GET") => Route.Plain(EmulatorOperation.GetShare, exchange => GetListItem(exchange, path.Item!.Value)),
            (["list"], "GET") => Route.Plain(EmulatorOperation.GetShare, exchange => GetList(exchange, path.Item!.Value)),
            (["site"], "GET") => Route.Plain(EmulatorOperation.GetShare, exchange => GetSite(exchange, path.Item!.Value)),
            (["permission"], "GET") => Route.Plain(EmulatorOperation.GetShare, exchange => GetPermission(exchange, path.Item!.Value)),
            (["permission", "grant"], "POST") =>
                new(EmulatorOperation.GrantPermission, (exchange, token) => GrantAsync(exchange, path.Item!.Value, token)),
            _ => null,
        };

    private Answer Get(Exchange exchange, string token)
    {
        var (drive, item, permission) = resolver.OpenShare(exchange, token);
        lock (drive.Gate)
        {
            var json = new JsonObject
            {
                ["@odata.context"] = $"{exchange.BaseUrl}/v1.0/$metadata#shares/$entity",
                ["id"] = permission?.ShareId ?? token,
                ["name"] = item.Name,
                ["owner"] = new JsonObject
                {
                    ["user"] = new JsonObject { ["id"] = drive.Owner.UserId, ["displayName"] = drive.Owner.UserName },
                },
            };
            foreach (var expanded in Expansion.Parse(exchange.Query.Option("expand")))
            {
                Expand(exchange, drive, item, permission, json, expanded);
            }

            return Answer.Json(200, ItemQuery.Select(json, exchange.Query));
        }
    }

    private void Expand(
        Exchange exchange, DriveState drive, ItemNode item, SharePermission? permission, JsonObject json, Expansion expanded)
    {
        switch (expanded.Name.ToUpperInvariant())
        {
            case "DRIVEITEM":
                json["driveItem"] = RenderItem(exchange, drive, item, expanded);
                break;
            case "ROOT":
                json["root"] = RenderItem(exchange, drive, item, expanded);
                break;
            case "ITEMS":
                json["items"] = RenderChildren(exchange, drive, item, expanded);
                break;
            case "PERMISSION" when permission is not null:
                json["permission"] = ItemQuery.Select(
                    PermissionRenderer.Render(drive, item, permission, exchange.BaseUrl), expanded.Select);
                break;
            case "LISTITEM" when drive.Type != EmulatorDriveType.Personal:
                json["listItem"] = ItemQuery.Select(
                    ListEntries.Render(exchange, drive, item, Expansion.Find(expanded.Expand, "fields")), expanded.Select, expanded.Expand);
                break;
            case "LIST" when drive.Type != EmulatorDriveType.Personal:
                json["list"] = ItemQuery.Select(LibraryEndpoints.RenderList(exchange, drive), expanded.Select);
                break;
            case "SITE" when directory.Sites.FirstOrDefault(site => ReferenceEquals(site.Drive, drive)) is { } site:
                json["site"] = ItemQuery.Select(LibraryEndpoints.RenderSite(exchange, site), expanded.Select);
                break;
        }
    }

    private JsonObject RenderItem(Exchange exchange, DriveState drive, ItemNode item, Expansion expanded)
        => ItemQuery.Select(expansion.Render(exchange, drive, item, expanded.Expand), expanded.Select, expanded.Expand);

    private Answer ListItems(Exchange exchange, string token)
    {
        var (drive, item, _) = resolver.OpenShare(exchange, token);
        lock (drive.Gate)
        {
            var whole = new Expansion("items", null, null, null);
            return Answer.Json(200, new JsonObject { ["value"] = RenderChildren(exchange, drive, item, whole) });
        }
    }

    private Answer GetPermission(Exchange exchange, string token)
    {
        var (drive, item, permission) = resolver.OpenShare(exchange, token);
        lock (drive.Gate)
        {
            return permission is null
                ? throw GraphError.ItemNotFound()
                : Answer.Json(200, PermissionRenderer.Render(drive, item, permission, exchange.BaseUrl));
        }
    }

    private Answer GetListItem(Exchange exchange, string token)
    {
        var (drive, item, _) = OpenInLibrary(exchange, token);
        lock (drive.Gate)
        {
            return Answer.Json(200, ListEntries.Render(exchange, drive, item, ListEntries.ExpandedFields(exchange)));
        }
    }

    private Answer GetList(Exchange exchange, string token)
    {
        var (drive, _, _) = OpenInLibrary(exchange, token);
        lock (drive.Gate)
        {
            return Answer.Json(200, ItemQuery.Select(LibraryEndpoints.RenderList(exchange, drive), exchange.Query));
        }
    }

    private Answer GetSite(Exchange exchange, string token)
    {
        var (drive, _, _) = OpenInLibrary(exchange, token);
        var site = directory.Sites.FirstOrDefault(site => ReferenceEquals(site.Drive, drive)) ?? throw GraphError.ItemNotFound();
        return Answer.Json(200, ItemQuery.Select(LibraryEndpoints.RenderSite(exchange, site), exchange.Query));
    }

    private (DriveState Drive, ItemNode Item, SharePermission? Permission) OpenInLibrary(Exchange exchange, string token)
        => resolver.OpenShare(exchange, token) is { Drive.Type: not EmulatorDriveType.Personal } share
            ? share
            : throw new GraphError(501, "notSupported", "Personal drives do not support lists.");

    private async Task<Answer> GrantAsync(Exchange exchange, string token, CancellationToken cancellationToken)
    {
        var body = await JsonText.ReadObjectAsync(exchange.Body, cancellationToken).ConfigureAwait(false);
        var request = InviteRequest.Read(body);
        var (drive, item, permission) = resolver.OpenShare(exchange, token);
        lock (drive.Gate)
        {
            if (permission is not { LinkType: not null })
            {
                throw GraphError.InvalidRequest("Access can be granted only for a sharing link.");
            }

            if (request.Roles.Contains("write") && !permission.AllowsWriting)
            {
                throw GraphError.InvalidRequest("The link does not allow the requested roles.");
            }

            sharing.AddRecipients(permission, request.Recipients);
            drive.SharingChanged(item);
            return Answer.Json(200, new JsonObject
            {
                ["value"] = new JsonArray(PermissionRenderer.Render(drive, item, permission, exchange.BaseUrl)),
            });
        }
    }

    private JsonArray RenderChildren(Exchange exchange, DriveState drive, ItemNode item, Expansion expanded)
        => new([.. item.ListChildren().Select(child => RenderItem(exchange, drive, child, expanded))]);
}
