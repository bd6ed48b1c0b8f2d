using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.Paging;

namespace OneDrive.Sdk.Clients;

internal sealed partial class DrivesClient(GraphTransport transport, AddressResolver addresses, AddressedCalls calls) : IDrivesClient
{
    public Task<Drive> GetAsync(DriveAddress drive, GetDriveOptions? options = null, CancellationToken cancellationToken = default) =>
        calls.SendAsync(drive, address => DriveCalls.Get(address, options), cancellationToken);

    public Paged<Drive> ListAsync(DriveAddress owner, ListDrivesOptions? options = null) =>
        calls.List(owner, address => DriveCalls.List(address, options));

    public Task<DirectoryUser> GetUserAsync(
        DriveAddress owner, GetUserOptions? options = null, CancellationToken cancellationToken = default) =>
        calls.SendAsync(owner, address => DriveCalls.GetUser(address, options), cancellationToken);

    public Paged<DirectoryUser> ListUsersAsync(ListDirectoryOptions? options = null) =>
        new LinkedPages<DirectoryUser>(transport, _ => ValueTask.FromResult(DriveCalls.ListUsers(options)));

    public Paged<DirectoryGroup> ListGroupsAsync(ListDirectoryOptions? options = null) =>
        new LinkedPages<DirectoryGroup>(transport, _ => ValueTask.FromResult(DriveCalls.ListGroups(options)));

    public async Task<DirectoryGroup?> FindGroupByEmailAsync(string email, CancellationToken cancellationToken = default)
    {
        var page = await transport.SendAsync(DriveCalls.FindGroupByEmail(email), cancellationToken).ConfigureAwait(false);
        return page.Value.Count > 0 ? page.Value[0] : null;
    }
}
