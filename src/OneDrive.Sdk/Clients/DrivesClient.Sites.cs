using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.Operations;
using OneDrive.Sdk.Paging;

namespace OneDrive.Sdk.Clients;

internal sealed partial class DrivesClient
{
    public Task<Drive> UpdateAsync(
        DriveAddress drive, DriveChanges changes, UpdateDriveOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return calls.SendAsync(drive, address => DriveCalls.Update(address, changes, options), cancellationToken);
    }

    public async Task<ConnectionReport> TestConnectionAsync(
        DriveAddress drive, TestConnectionOptions? options = null, CancellationToken cancellationToken = default) =>
        await new ConnectionTester(transport).RunAsync(
            await addresses.ResolveAsync(drive, cancellationToken).ConfigureAwait(false),
            options ?? new TestConnectionOptions(),
            cancellationToken).ConfigureAwait(false);

    public Paged<Site> ListSitesAsync(ListSitesOptions? options = null) =>
        new LinkedPages<Site>(transport, _ => ValueTask.FromResult(SiteCalls.List(options)));

    public Task<Site> GetSiteAsync(string siteId, CancellationToken cancellationToken = default) =>
        transport.SendAsync(SiteCalls.Get(siteId), cancellationToken);
}
