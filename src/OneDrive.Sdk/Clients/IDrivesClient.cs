using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>Gets drives, and the users, groups and sites that own them.</summary>
public partial interface IDrivesClient
{
    /// <summary>Gets a drive with its owner and quota.</summary>
    /// <param name="drive">The drive.</param>
    /// <param name="options">Which properties to return.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ItemNotFoundException">The drive does not exist.</exception>
    Task<Drive> GetAsync(DriveAddress drive, GetDriveOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lists the drives of the owner of a drive.</summary>
    /// <param name="owner">A drive named by its owner: <see cref="DriveAddress.Me"/>, a user, a group or a site.</param>
    /// <param name="options">Which properties to return, and how many entries a page has.</param>
    /// <exception cref="ArgumentException">The address identifies a drive by its id, which does not contain the owner.</exception>
    Paged<Drive> ListAsync(DriveAddress owner, ListDrivesOptions? options = null);

    /// <summary>Gets the user who owns a drive, such as the signed-in user.</summary>
    /// <param name="owner"><see cref="DriveAddress.Me"/>, or the drive of a user.</param>
    /// <param name="options">Which properties to return; <c>mySite</c> is returned only when it is selected.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The address does not identify a user.</exception>
    /// <exception cref="ItemNotFoundException">The user does not exist.</exception>
    Task<DirectoryUser> GetUserAsync(DriveAddress owner, GetUserOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lists the users of the tenant, to choose a drive from. Needs the permission <c>User.Read.All</c>.</summary>
    /// <param name="options">How many entries a page has.</param>
    Paged<DirectoryUser> ListUsersAsync(ListDirectoryOptions? options = null);

    /// <summary>Lists the groups of the tenant, to choose a drive from. Needs the permission <c>Group.Read.All</c>.</summary>
    /// <param name="options">How many entries a page has.</param>
    Paged<DirectoryGroup> ListGroupsAsync(ListDirectoryOptions? options = null);

    /// <summary>Finds a group by its e-mail address.</summary>
    /// <param name="email">The address.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The group, or <see langword="null"/> if no group has the address.</returns>
    /// <exception cref="ArgumentException">The address is empty.</exception>
    Task<DirectoryGroup?> FindGroupByEmailAsync(string email, CancellationToken cancellationToken = default);
}
