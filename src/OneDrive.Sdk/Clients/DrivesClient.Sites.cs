using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Json;
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

    public async Task<SharePointList> GetListAsync(
        ListAddress list, GetListOptions? options = null, CancellationToken cancellationToken = default) =>
        await transport.SendAsync(
            LibraryCalls.GetList(await ResolveAsync(list, cancellationToken).ConfigureAwait(false), options),
            cancellationToken).ConfigureAwait(false);

    public Paged<ColumnDefinition> ListColumnsAsync(ListAddress list) => List(list, LibraryCalls.ListColumns);

    public Paged<ListItem> ListListItemsAsync(ListAddress list, ListListItemsOptions? options = null) =>
        List(list, address => LibraryCalls.ListItems(address, options));

    private LinkedPages<T> List<T>(ListAddress list, Func<ListAddress, GraphCall<CollectionPage<T>>> call) => new(
        transport, async cancellationToken => call(await ResolveAsync(list, cancellationToken).ConfigureAwait(false)));

    private async ValueTask<ListAddress> ResolveAsync(ListAddress list, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(list);
        return list.Drive is { } drive
            ? list.WithDrive(await addresses.ResolveAsync(drive, cancellationToken).ConfigureAwait(false))
            : list;
    }
}
