using OneDrive.Sdk.Addresses;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.Requests;

namespace OneDrive.Sdk.Calls;

/// <summary>Who may do what with an item: <see href="https://learn.microsoft.com/graph/api/resources/permission"/>.</summary>
internal static class SharingCalls
{
    /// <summary>A repeated request returns the existing link, so it is safe to repeat.</summary>
    internal static GraphCall<Permission> CreateLink(ItemAddress item, SharingLinkType type, CreateLinkOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(type.Value, nameof(type));
        var body = new CreateLinkRequest
        {
            Type = type,
            Scope = options?.Scope,
            ExpirationDateTime = options?.ExpirationDateTime,
            Password = options?.Password,
            Message = options?.Message,
            Recipients = options?.Recipients is { Count: > 0 } recipients ? recipients : null,
            RetainInheritedPermissions = options?.RetainInheritedPermissions,
            SendNotification = options?.SendNotification,
        };
        return new()
        {
            Operation = "Sharing.CreateLink",
            Method = HttpMethod.Post,
            Path = item.ToRequestPath("createLink"),
            Body = new JsonCallBody(body),
            Answer = Permission.Read,
            IsIdempotent = options?.SendNotification is not true,
        };
    }

    /// <summary>Giving the same permission twice changes nothing; an e-mail would arrive twice.</summary>
    internal static GraphCall<CollectionPage<Permission>> Invite(
        ItemAddress item, IReadOnlyList<DriveRecipient> recipients, IReadOnlyList<PermissionRole> roles, InviteOptions? options = null)
    {
        RequireAny(recipients, nameof(recipients));
        RequireAny(roles, nameof(roles));
        options ??= new InviteOptions();
        var body = new InviteRequest
        {
            Recipients = recipients,
            Roles = roles,
            Message = options.Message,
            RequireSignIn = options.RequireSignIn,
            SendInvitation = options.SendInvitation,
            Password = options.Password,
            ExpirationDateTime = options.ExpirationDateTime,
            RetainInheritedPermissions = options.RetainInheritedPermissions,
        };
        return Give("Sharing.Invite", item.ToRequestPath("invite"), body, isIdempotent: !options.SendInvitation);
    }

    internal static GraphCall<CollectionPage<Permission>> Grant(
        ItemAddress share, IReadOnlyList<DriveRecipient> recipients, IReadOnlyList<PermissionRole> roles)
    {
        RequireAny(recipients, nameof(recipients));
        RequireAny(roles, nameof(roles));
        var body = new InviteRequest { Recipients = recipients, Roles = roles };
        return Give("Sharing.Grant", RequireShare(share) + "/permission/grant", body, isIdempotent: true);
    }

    internal static GraphCall<CollectionPage<Permission>> ListPermissions(ItemAddress item, ListPermissionsOptions? options = null) => new()
    {
        Operation = "Sharing.ListPermissions",
        Method = HttpMethod.Get,
        Path = item.ToRequestPath("permissions"),
        Query = QueryParameters.Create(options?.Select, pageSize: options?.PageSize),
        Answer = Pages.Of(Permission.Read),
        IsIdempotent = true,
    };

    internal static GraphCall<CollectionPage<Permission>?> ListPermissionsIfChanged(
        ItemAddress item, string tag, ListPermissionsOptions? options = null) => new()
        {
            Operation = "Sharing.ListPermissionsIfChanged",
            Method = HttpMethod.Get,
            Path = item.ToRequestPath("permissions"),
            Query = QueryParameters.Create(options?.Select, pageSize: options?.PageSize),
            Headers = ConditionalHeaders.IfNoneMatch(tag),
            Answer = Pages.Of(Permission.Read),
            MayBeUnchanged = true,
            IsIdempotent = true,
        };

    internal static GraphCall<Permission> GetPermission(
        ItemAddress item, string permissionId, GetPermissionOptions? options = null) => new()
        {
            Operation = "Sharing.GetPermission",
            Method = HttpMethod.Get,
            Path = PermissionPath(item, permissionId),
            Query = QueryParameters.Create(options?.Select),
            Answer = Permission.Read,
            IsIdempotent = true,
        };

    internal static GraphCall<Permission> UpdatePermission(
        ItemAddress item, string permissionId, PermissionChanges changes, UpdatePermissionOptions? options = null)
    {
        if (changes is { Roles.Count: 0, ExpirationDateTime: null })
        {
            throw new ArgumentException("There is no change to apply. Set Roles or ExpirationDateTime.", nameof(changes));
        }

        var body = new UpdatePermissionRequest
        {
            Roles = changes.Roles.Count > 0 ? changes.Roles : null,
            ExpirationDateTime = changes.ExpirationDateTime,
        };
        return new()
        {
            Operation = "Sharing.UpdatePermission",
            Method = HttpMethod.Patch,
            Path = PermissionPath(item, permissionId),
            Headers = ConditionalHeaders.IfMatch(options?.IfMatch),
            Body = new JsonCallBody(body),
            Answer = Permission.Read,
            Result = GetPermission(item, permissionId),
            IsIdempotent = options?.IfMatch is null,
        };
    }

    internal static GraphCall<NoContent> Revoke(ItemAddress item, string permissionId, RevokeOptions? options = null) => new()
    {
        Operation = "Sharing.Revoke",
        Method = HttpMethod.Delete,
        Path = PermissionPath(item, permissionId),
        Headers = ConditionalHeaders.IfMatch(options?.IfMatch),
        IsIdempotent = true,
        IsDoneWhenAbsentAfterDoubt = true,
    };

    internal static GraphCall<SharedDriveItem> GetSharedItem(ItemAddress share, GetSharedItemOptions? options = null) => new()
    {
        Operation = "Sharing.GetSharedItem",
        Method = HttpMethod.Get,
        Path = RequireShare(share),
        Query = QueryParameters.Create(options?.Select, options?.Expand),
        Headers = RedemptionHeaders.Of(options?.Redemption ?? SharingLinkRedemption.None),
        Answer = SharedDriveItem.Read,
        IsIdempotent = true,
    };

    internal static GraphCall<NoContent> ValidatePermission(
        ItemAddress item, string challengeToken, ValidatePermissionOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(challengeToken);
        var body = new ValidatePermissionRequest { ChallengeToken = challengeToken, Password = options?.Password };
        return new()
        {
            Operation = "Sharing.ValidatePermission",
            Method = HttpMethod.Post,
            Path = item.ToRequestPath("validatePermission"),
            Body = new JsonCallBody(body),
            IsIdempotent = true,
        };
    }

    private static GraphCall<CollectionPage<Permission>> Give(string operation, string path, InviteRequest body, bool isIdempotent) => new()
    {
        Operation = operation,
        Method = HttpMethod.Post,
        Path = path,
        Body = new JsonCallBody(body),
        Answer = Pages.Of(Permission.Read),
        IsIdempotent = isIdempotent,
    };

    private static string PermissionPath(ItemAddress item, string permissionId) =>
        item.ToRequestPath("permissions/" + PathEncoding.EncodeSegment(PathRules.RequireSegment(permissionId)));

    internal static string RequireShare(ItemAddress share) => share.SharePath ?? throw new ArgumentException(
        $"'{share}' is not a sharing link. Use ItemAddress.Shared or ItemAddress.SharedById.", nameof(share));

    private static void RequireAny<T>(IReadOnlyList<T> values, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(values, parameterName);
        if (values.Count == 0)
        {
            throw new ArgumentException("The list is empty. Add at least one entry.", parameterName);
        }
    }
}
