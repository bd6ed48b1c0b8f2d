using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Clients;

internal sealed partial class SharingClient(AddressedCalls calls) : ISharingClient
{
    public Task<Permission> CreateLinkAsync(
        ItemAddress item, SharingLinkType type, CreateLinkOptions? options = null, CancellationToken cancellationToken = default) =>
        calls.SendAsync(item, address => SharingCalls.CreateLink(address, type, options), cancellationToken);

    public async Task<IReadOnlyList<Permission>> InviteAsync(
        ItemAddress item,
        IReadOnlyList<DriveRecipient> recipients,
        IReadOnlyList<PermissionRole> roles,
        InviteOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var page = await calls.SendAsync(
            item, address => SharingCalls.Invite(address, recipients, roles, options), cancellationToken).ConfigureAwait(false);
        return page.Value;
    }

    public Paged<Permission> ListPermissionsAsync(ItemAddress item, ListPermissionsOptions? options = null) =>
        calls.List(item, address => SharingCalls.ListPermissions(address, options));

    public Task<Permission> GetPermissionAsync(
        ItemAddress item, string permissionId, GetPermissionOptions? options = null, CancellationToken cancellationToken = default) =>
        calls.SendAsync(item, address => SharingCalls.GetPermission(address, permissionId, options), cancellationToken);

    public Task<Permission> UpdatePermissionAsync(
        ItemAddress item,
        string permissionId,
        PermissionChanges changes,
        UpdatePermissionOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return calls.SendAsync(
            item, address => SharingCalls.UpdatePermission(address, permissionId, changes, options), cancellationToken);
    }

    public Task RevokeAsync(
        ItemAddress item, string permissionId, RevokeOptions? options = null, CancellationToken cancellationToken = default) =>
        calls.SendAsync(item, address => SharingCalls.Revoke(address, permissionId, options), cancellationToken);

    public async Task<IReadOnlyList<Permission>> GrantAsync(
        ItemAddress share,
        IReadOnlyList<DriveRecipient> recipients,
        IReadOnlyList<PermissionRole> roles,
        CancellationToken cancellationToken = default)
    {
        var page = await calls.SendAsync(
            share, address => SharingCalls.Grant(address, recipients, roles), cancellationToken).ConfigureAwait(false);
        return page.Value;
    }

    public Task<SharedDriveItem> GetSharedItemAsync(
        ItemAddress share, GetSharedItemOptions? options = null, CancellationToken cancellationToken = default) =>
        calls.SendAsync(share, address => SharingCalls.GetSharedItem(address, options), cancellationToken);

    public Task ValidatePermissionAsync(
        ItemAddress item,
        string challengeToken,
        ValidatePermissionOptions? options = null,
        CancellationToken cancellationToken = default) =>
        calls.SendAsync(item, address => SharingCalls.ValidatePermission(address, challengeToken, options), cancellationToken);
}
