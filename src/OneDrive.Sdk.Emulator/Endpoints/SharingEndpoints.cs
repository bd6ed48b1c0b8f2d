using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>Links, invitations and permissions: https://learn.microsoft.com/graph/api/resources/permission.</summary>
internal sealed class SharingEndpoints(ItemResolver resolver, SharingState sharing, EmulatorOptions options) : IEndpointRoutes
{
    public Route? Match(Exchange request, GraphPath path, string method) =>
        path.Resource is not GraphResource.Item ? null : (path.Tail, method) switch
        {
            ([var verb], "POST") => verb.ToUpperInvariant() switch
            {
                "CREATELINK" => new(EmulatorOperation.CreateLink, (exchange, token) => CreateLinkAsync(exchange, path, token)),
                "INVITE" => new(EmulatorOperation.Invite, (exchange, token) => InviteAsync(exchange, path, token)),
                "VALIDATEPERMISSION" =>
                    new(EmulatorOperation.ValidatePermission, (exchange, token) => ValidateAsync(exchange, path, token)),
                _ => null,
            },
            ([var list], "GET") when IsPermissions(list) =>
                Route.Plain(EmulatorOperation.ListPermissions, exchange => List(exchange, path)),
            ([var list, var id], "GET") when IsPermissions(list) =>
                Route.Plain(EmulatorOperation.GetPermission, exchange => Get(exchange, path, id)),
            ([var list, var id], "PATCH") when IsPermissions(list) =>
                new(EmulatorOperation.UpdatePermission, (exchange, token) => UpdateAsync(exchange, path, id, token)),
            ([var list, var id], "DELETE") when IsPermissions(list) =>
                Route.Plain(EmulatorOperation.DeletePermission, exchange => Delete(exchange, path, id)),
            _ => null,
        };

    private static bool IsPermissions(string segment) => segment.Equals("permissions", StringComparison.OrdinalIgnoreCase);

    private async Task<Answer> CreateLinkAsync(Exchange exchange, GraphPath path, CancellationToken cancellationToken)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        var body = await JsonText.ReadObjectAsync(exchange.Body, cancellationToken).ConfigureAwait(false);
        var request = LinkRequest.Read(body, drive.Type);
        lock (drive.Gate)
        {
            var item = resolver.GetItem(exchange, drive, path.Item!);
            if (request.Type == "embed" && item.IsFolder)
            {
                throw GraphError.InvalidRequest("Only files can be embedded.");
            }

            var (permission, isNew) = sharing.GetOrAddLink(drive, item, request, exchange.Actor);
            return Answer.Json(isNew ? 201 : 200, PermissionRenderer.Render(drive, item, permission, exchange.BaseUrl));
        }
    }

    private async Task<Answer> InviteAsync(Exchange exchange, GraphPath path, CancellationToken cancellationToken)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        var body = await JsonText.ReadObjectAsync(exchange.Body, cancellationToken).ConfigureAwait(false);
        var request = InviteRequest.Read(body);
        lock (drive.Gate)
        {
            var item = resolver.GetItem(exchange, drive, path.Item!);
            if (item.Parent is null && drive.Type == EmulatorDriveType.Personal)
            {
                throw GraphError.InvalidRequest("The permissions of the root of a personal drive cannot be changed.");
            }

            var permissions = request.Recipients.Select(recipient => sharing.Invite(drive, item, request, recipient, exchange.Actor));
            return Collection(permissions.Select(permission => PermissionRenderer.Render(drive, item, permission, exchange.BaseUrl)));
        }
    }

    private Answer List(Exchange exchange, GraphPath path)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        lock (drive.Gate)
        {
            var item = resolver.GetItem(exchange, drive, path.Item!);
            if (exchange.Header("If-None-Match") is { } ifNoneMatch && ItemQuery.Matches(ifNoneMatch, item))
            {
                return Answer.Empty(304).With("ETag", item.ETag);
            }

            var seen = ItemAccess.PermissionsOf(item).Where(entry => IsVisible(exchange, drive, entry.Permission)).ToArray();
            return Answer.Json(200, ListPaging.Render(
                exchange, seen, options.PageSize, entry => ItemQuery.Select(Render(exchange, drive, item, entry), exchange.Query)));
        }
    }

    private Answer Get(Exchange exchange, GraphPath path, string id)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        lock (drive.Gate)
        {
            var item = resolver.GetItem(exchange, drive, path.Item!);
            var entry = ItemAccess.PermissionsOf(item).FirstOrDefault(entry => entry.Permission.Id == id);
            return entry.Permission is not null && IsVisible(exchange, drive, entry.Permission)
                ? Answer.Json(200, ItemQuery.Select(Render(exchange, drive, item, entry), exchange.Query))
                : throw GraphError.ItemNotFound();
        }
    }

    private async Task<Answer> UpdateAsync(Exchange exchange, GraphPath path, string id, CancellationToken cancellationToken)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        var body = await JsonText.ReadObjectAsync(exchange.Body, cancellationToken).ConfigureAwait(false);
        lock (drive.Gate)
        {
            var item = resolver.GetItem(exchange, drive, path.Item!);
            ItemQuery.CheckIfMatch(exchange.Header("If-Match"), item);
            var permission = GetOwn(item, id);
            if (permission.LinkScope is "organization" or "users")
            {
                throw GraphError.InvalidRequest("Links for the organization or for specific users cannot be changed.");
            }

            permission.Roles = body.TryGetProperty("roles", out var roles) ? InviteRequest.ReadRoles(roles) : permission.Roles;
            permission.Expiration = body.GetDate("expirationDateTime") ?? permission.Expiration;
            drive.SharingChanged(item);
            return Answer.Json(200, PermissionRenderer.Render(drive, item, permission, exchange.BaseUrl));
        }
    }

    private Answer Delete(Exchange exchange, GraphPath path, string id)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        lock (drive.Gate)
        {
            var item = resolver.GetItem(exchange, drive, path.Item!);
            ItemQuery.CheckIfMatch(exchange.Header("If-Match"), item);
            item.Permissions.Remove(GetOwn(item, id));
            drive.SharingChanged(item);
            return Answer.Empty(204);
        }
    }

    private async Task<Answer> ValidateAsync(Exchange exchange, GraphPath path, CancellationToken cancellationToken)
    {
        var body = await JsonText.ReadObjectAsync(exchange.Body, cancellationToken).ConfigureAwait(false);
        var token = body.GetText("challengeToken") ?? throw GraphError.InvalidRequest("A challenge token is required.");
        var (drive, _, permission) = resolver.Shares.Get(path.Item!.Anchor is ItemAnchor.Share ? path.Item.Value : token);
        lock (drive.Gate)
        {
            if (permission?.Password is { } password && password != body.GetText("password"))
            {
                throw new GraphError(403, "accessDenied", "The password is incorrect.");
            }

            if (exchange.Grant.User is { } user)
            {
                permission?.RedeemedBy.Add(user.Id);
            }

            return Answer.Empty(204);
        }
    }

    private static SharePermission GetOwn(ItemNode item, string id)
    {
        var (holder, permission) = ItemAccess.PermissionsOf(item).FirstOrDefault(entry => entry.Permission.Id == id);
        return permission is null
            ? throw GraphError.ItemNotFound()
            : ReferenceEquals(holder, item)
                ? permission
                : throw GraphError.InvalidRequest("An inherited permission can be changed only on the item where it was granted.");
    }

    private static JsonObject Render(
        Exchange exchange, DriveState drive, ItemNode item, (ItemNode Item, SharePermission Permission) entry)
        => PermissionRenderer.Render(
            drive, entry.Item, entry.Permission, exchange.BaseUrl, !ReferenceEquals(entry.Item, item), IsOwner(exchange, drive));

    private static bool IsOwner(Exchange exchange, DriveState drive)
        => exchange.Grant.User is not { } user || drive.Type == EmulatorDriveType.DocumentLibrary || ReferenceEquals(user.Drive, drive);

    // Who is not the owner sees only what concerns the caller.
    private static bool IsVisible(Exchange exchange, DriveState drive, SharePermission permission)
        => IsOwner(exchange, drive) || permission.IsHeldBy(exchange.Grant.User!);

    private static Answer Collection(IEnumerable<JsonObject> entries)
        => Answer.Json(200, new JsonObject { ["value"] = new JsonArray([.. entries]) });
}
