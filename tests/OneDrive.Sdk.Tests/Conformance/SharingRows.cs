using System.Text.Json;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.SharePoint;

namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>Links, invitations and permissions.</summary>
internal static class SharingRows
{
    internal static IReadOnlyList<OperationRow> All { get; } =
    [
        new("POST", "{item}/createLink", (client, r) => client.Sharing.CreateLinkAsync(r.Item, new(r.Text("type") ?? "view"), new()
        {
            Scope = r.Text("scope") is { } scope ? new SharingScope(scope) : null,
            Password = r.Text("password"),
            ExpirationDateTime = r.Request.BodyDate("expirationDateTime"),
            RetainInheritedPermissions = r.Request.BodyFlag("retainInheritedPermissions"),
            Message = r.Text("message"),
            Recipients = r.Request.BodyPart("recipients") is null ? [] : Recipients(r),
            SendNotification = r.Request.BodyFlag("sendNotification"),
        })),
        new("POST", "{item}/invite", (client, r) => client.Sharing.InviteAsync(r.Item, Recipients(r), Roles(r), new()
        {
            RequireSignIn = r.Request.BodyFlag("requireSignIn") ?? true,
            SendInvitation = r.Request.BodyFlag("sendInvitation") ?? false,
            Message = r.Text("message"),
            Password = r.Text("password"),
            ExpirationDateTime = r.Request.BodyDate("expirationDateTime"),
            RetainInheritedPermissions = r.Request.BodyFlag("retainInheritedPermissions"),
        })),
        new("GET", "{item}/permissions", (client, r) => r.IfNoneMatch is { } tag
            ? client.Sharing.ListPermissionsIfChangedAsync(r.Item, tag, Permissions(r))
            : First.OfAsync(client.Sharing.ListPermissionsAsync(r.Item, Permissions(r)), r)),
        new("POST", "{item}/validatePermission", (client, r) => client.Sharing.ValidatePermissionAsync(
            r.Item, r.Text("challengeToken") ?? "challenge", new() { Password = r.Text("password") })),
        new("GET", "{item}/permissions/{id}", (client, r) =>
            client.Sharing.GetPermissionAsync(r.Item, r.Parts["id"], new() { Select = r.Select })),
        new("PATCH", "{item}/permissions/{id}", (client, r) => client.Sharing.UpdatePermissionAsync(
            r.Item,
            r.Parts["id"],
            new()
            {
                Roles = r.Request.IsTemplate || r.Request.BodyPart("roles") is not null ? Roles(r) : [],
                ExpirationDateTime = r.Request.BodyDate("expirationDateTime"),
            },
            new() { IfMatch = r.IfMatch })),
        new("DELETE", "{item}/permissions/{id}", (client, r) =>
            client.Sharing.RevokeAsync(r.Item, r.Parts["id"], new() { IfMatch = r.IfMatch })),
        new("POST", "{share}/permission/grant", (client, r) => client.Sharing.GrantAsync(r.Item, Recipients(r), Roles(r))),
        new("GET", "{share}", (client, r) =>
            client.Sharing.GetSharedItemAsync(r.Item, Share(r))),
        new("GET", "{share}/permission", (client, r) => client.Sharing.GetSharePermissionAsync(r.Item, Share(r))),
        new("GET", "{share}/list", (client, r) => client.SharePoint().Lists.GetOfShareAsync(r.Item, Share(r))),
        new("GET", "{share}/listItem", (client, r) => client.SharePoint().ListItems.GetOfShareAsync(r.Item, Share(r))),
        new("GET", "{share}/site", (client, r) => client.Sharing.GetShareSiteAsync(r.Item, Share(r))),
        new("GET", "{share}/items", (client, r) => First.OfAsync(client.Sharing.ListShareItemsAsync(r.Item, Share(r)), r)),
    ];

    private static GetSharedItemOptions Share(Documented r) => new()
    {
        Select = r.Select,
        Expand = r.Expand,
        Redemption = r.Redemption,
    };

    private static ListPermissionsOptions Permissions(Documented r) => new() { Select = r.Select, PageSize = r.PageSize };

    private static IReadOnlyList<DriveRecipient> Recipients(Documented r) => r.Request.BodyPart("recipients") is not { } list
        ? [new DriveRecipient { Email = "ryan@contoso.com" }]
        : [.. list.EnumerateArray().Select(one => new DriveRecipient
        {
            Email = Text(one, "email"),
            Alias = Text(one, "alias"),
            ObjectId = Text(one, "objectId"),
        })];

    private static IReadOnlyList<PermissionRole> Roles(Documented r) => r.Request.BodyPart("roles") is not { } list
        ? [PermissionRole.Read]
        : [.. list.EnumerateArray().Select(role => new PermissionRole(role.GetString()!))];

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
}
