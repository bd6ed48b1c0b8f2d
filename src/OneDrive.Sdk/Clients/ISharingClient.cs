using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>Who may do what with an item: links, invitations, permissions, and what others shared.</summary>
public partial interface ISharingClient
{
    /// <summary>Makes a sharing link, or gets the one that the application made before.</summary>
    /// <param name="item">The item.</param>
    /// <param name="type">What the link allows; links to embed exist on personal drives only.</param>
    /// <param name="options">Who the link works for, how long, and more.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The permission; the link is in <see cref="Permission.Link"/>.</returns>
    /// <exception cref="ArgumentException">The type is empty.</exception>
    Task<Permission> CreateLinkAsync(
        ItemAddress item, SharingLinkType type, CreateLinkOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Gives people a permission, with or without an e-mail to them.</summary>
    /// <param name="item">The item.</param>
    /// <param name="recipients">The people and groups, one or more.</param>
    /// <param name="roles">What they may do, one or more.</param>
    /// <param name="options">Whether an e-mail is sent, whether they have to sign in, and more.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The permissions that were given.</returns>
    /// <exception cref="ArgumentException">There are no recipients or no roles.</exception>
    Task<IReadOnlyList<Permission>> InviteAsync(
        ItemAddress item,
        IReadOnlyList<DriveRecipient> recipients,
        IReadOnlyList<PermissionRole> roles,
        InviteOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Lists who may do what with an item; who is not its owner sees only what concerns the caller.</summary>
    /// <param name="item">The item.</param>
    /// <param name="options">Which properties to return, and how many entries a page has.</param>
    Paged<Permission> ListPermissionsAsync(ItemAddress item, ListPermissionsOptions? options = null);

    /// <summary>Gets one permission.</summary>
    /// <param name="item">The item.</param>
    /// <param name="permissionId">The id of the permission.</param>
    /// <param name="options">Which properties to return.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ItemNotFoundException">There is no such item or permission.</exception>
    Task<Permission> GetPermissionAsync(
        ItemAddress item, string permissionId, GetPermissionOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Changes what the holder of a permission may do, or until when.</summary>
    /// <param name="item">The item.</param>
    /// <param name="permissionId">The id of the permission; links for the organisation or for named people cannot be changed.</param>
    /// <param name="changes">What changes.</param>
    /// <param name="options">Under which condition.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">Nothing changes.</exception>
    Task<Permission> UpdatePermissionAsync(
        ItemAddress item,
        string permissionId,
        PermissionChanges changes,
        UpdatePermissionOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Takes a permission away; one that comes from a folder is taken away there.</summary>
    /// <param name="item">The item.</param>
    /// <param name="permissionId">The id of the permission.</param>
    /// <param name="options">Under which condition.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ItemNotFoundException">There is no such item or permission.</exception>
    Task RevokeAsync(
        ItemAddress item, string permissionId, RevokeOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lets people use a sharing link. The link may change: use the one of the answer.</summary>
    /// <param name="share">The link: <see cref="ItemAddress.Shared"/> or <see cref="ItemAddress.SharedById"/>.</param>
    /// <param name="recipients">The people and groups, one or more.</param>
    /// <param name="roles">What they may do, one or more.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The permissions that were given.</returns>
    /// <exception cref="ArgumentException">The address is not that of a link, or there are no recipients or no roles.</exception>
    Task<IReadOnlyList<Permission>> GrantAsync(
        ItemAddress share,
        IReadOnlyList<DriveRecipient> recipients,
        IReadOnlyList<PermissionRole> roles,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Looks at what a sharing link leads to. The item itself, its content and its children are reached with the same address by the other
    /// clients.
    /// </summary>
    /// <param name="share">The link: <see cref="ItemAddress.Shared"/> or <see cref="ItemAddress.SharedById"/>.</param>
    /// <param name="options">What to return, and whether the caller gets access by using the link.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">The address is not that of a link.</exception>
    /// <exception cref="ItemNotFoundException">The link leads nowhere, or not any more.</exception>
    Task<SharedDriveItem> GetSharedItemAsync(
        ItemAddress share, GetSharedItemOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Proves the right to use a permission that is protected by a password.</summary>
    /// <param name="item">The item.</param>
    /// <param name="challengeToken">What the service gave when it asked for the proof.</param>
    /// <param name="options">The password.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">The challenge token is empty.</exception>
    Task ValidatePermissionAsync(
        ItemAddress item, string challengeToken, ValidatePermissionOptions? options = null, CancellationToken cancellationToken = default);
}
