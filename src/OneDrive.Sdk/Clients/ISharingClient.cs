using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>Manages the access to an item: links, invitations, permissions, and shared items.</summary>
public partial interface ISharingClient
{
    /// <summary>Creates a sharing link, or returns the existing link of the application.</summary>
    /// <param name="item">The item.</param>
    /// <param name="type">What the link allows; links to embed exist on supported on personal drives only.</param>
    /// <param name="options">Who the link works for, how long, and more.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The permission; the link is in <see cref="Permission.Link"/>.</returns>
    /// <exception cref="ArgumentException">The type is empty.</exception>
    /// <example>
    /// <code>
    /// var permission = await client.Sharing.CreateLinkAsync(
    ///     report, SharingLinkType.View, new CreateLinkOptions { Scope = SharingScope.Organization });
    /// var link = new Uri(permission.Link!.WebUrl!);
    /// </code>
    /// </example>
    Task<Permission> CreateLinkAsync(
        ItemAddress item, SharingLinkType type, CreateLinkOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Grants users or groups access, with or without an e-mail to them.</summary>
    /// <param name="item">The item.</param>
    /// <param name="recipients">The users and groups, one or more.</param>
    /// <param name="roles">The roles to grant, one or more.</param>
    /// <param name="options">Whether an e-mail is sent, whether they have to sign in, and more.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The permissions that were given.</returns>
    /// <exception cref="ArgumentException">The list of recipients or of roles is empty.</exception>
    /// <example>
    /// <code>
    /// await client.Sharing.InviteAsync(
    ///     report,
    ///     [new DriveRecipient { Email = "bob@contoso.example" }],
    ///     [PermissionRole.Write],
    ///     new InviteOptions { SendInvitation = true, Message = "Please have a look." });
    ///
    /// await foreach (var entry in client.Sharing.ListPermissionsAsync(report))
    /// {
    ///     Console.WriteLine($"{entry.Id}: {string.Join(", ", entry.Roles)}");
    /// }
    /// </code>
    /// </example>
    Task<IReadOnlyList<Permission>> InviteAsync(
        ItemAddress item,
        IReadOnlyList<DriveRecipient> recipients,
        IReadOnlyList<PermissionRole> roles,
        InviteOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Lists the permissions of an item. A caller who is not the owner sees only the permissions that apply to the caller.
    /// </summary>
    /// <param name="item">The item.</param>
    /// <param name="options">Which properties to return, and how many entries a page has.</param>
    Paged<Permission> ListPermissionsAsync(ItemAddress item, ListPermissionsOptions? options = null);

    /// <summary>Gets one permission.</summary>
    /// <param name="item">The item.</param>
    /// <param name="permissionId">The id of the permission.</param>
    /// <param name="options">Which properties to return.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ItemNotFoundException">The item or the permission does not exist.</exception>
    Task<Permission> GetPermissionAsync(
        ItemAddress item, string permissionId, GetPermissionOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Changes the roles or the expiration of a permission.</summary>
    /// <param name="item">The item.</param>
    /// <param name="permissionId">The id of the permission; links for the organization or for named users cannot be changed.</param>
    /// <param name="changes">The changes.</param>
    /// <param name="options">The condition of the change, such as an eTag.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The changes are empty.</exception>
    Task<Permission> UpdatePermissionAsync(
        ItemAddress item,
        string permissionId,
        PermissionChanges changes,
        UpdatePermissionOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Removes a permission. Remove an inherited permission on the folder where it was granted.</summary>
    /// <param name="item">The item.</param>
    /// <param name="permissionId">The id of the permission.</param>
    /// <param name="options">The condition of the change, such as an eTag.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ItemNotFoundException">The item or the permission does not exist.</exception>
    Task RevokeAsync(
        ItemAddress item, string permissionId, RevokeOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Grants users access to a sharing link. The link may change: use the link of the response.</summary>
    /// <param name="share">The link: <see cref="ItemAddress.Shared"/> or <see cref="ItemAddress.SharedById"/>.</param>
    /// <param name="recipients">The users and groups, one or more.</param>
    /// <param name="roles">The roles to grant, one or more.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The permissions that were given.</returns>
    /// <exception cref="ArgumentException">The address is not a sharing link, or the list of recipients or of roles is empty.</exception>
    Task<IReadOnlyList<Permission>> GrantAsync(
        ItemAddress share,
        IReadOnlyList<DriveRecipient> recipients,
        IReadOnlyList<PermissionRole> roles,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Gets the item that a sharing link points to. Use the same address with the other clients to access the item, its content and its
    /// children.
    /// </summary>
    /// <param name="share">The link: <see cref="ItemAddress.Shared"/> or <see cref="ItemAddress.SharedById"/>.</param>
    /// <param name="options">What to return, and whether the caller gets access by using the link.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The address is not that of a link.</exception>
    /// <exception cref="ItemNotFoundException">The link is not valid or no longer valid.</exception>
    Task<SharedDriveItem> GetSharedItemAsync(
        ItemAddress share, GetSharedItemOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Validates the password of a protected permission.</summary>
    /// <param name="item">The item.</param>
    /// <param name="challengeToken">The challenge token that the service returned.</param>
    /// <param name="options">The password.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The challenge token is empty.</exception>
    Task ValidatePermissionAsync(
        ItemAddress item, string challengeToken, ValidatePermissionOptions? options = null, CancellationToken cancellationToken = default);
}
