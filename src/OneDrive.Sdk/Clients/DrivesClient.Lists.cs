using System.Text.Json.Nodes;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.Paging;

namespace OneDrive.Sdk.Clients;

internal sealed partial class DrivesClient
{
    public async Task<SharePointList> GetListAsync(
        ListAddress list, GetListOptions? options = null, CancellationToken cancellationToken = default) =>
        await transport.SendAsync(
            LibraryCalls.GetList(await addresses.ResolveAsync(list, cancellationToken).ConfigureAwait(false), options),
            cancellationToken).ConfigureAwait(false);

    public Paged<ColumnDefinition> ListColumnsAsync(ListAddress list) => List(list, LibraryCalls.ListColumns);

    public Paged<ListItem> ListListItemsAsync(ListAddress list, ListListItemsOptions? options = null) =>
        List(list, address => LibraryCalls.ListItems(address, options));

    public async Task<ListItem> CreateListItemAsync(
        ListAddress list, JsonObject fields, CancellationToken cancellationToken = default) =>
        await transport.SendAsync(
            LibraryCalls.CreateListItem(await addresses.ResolveAsync(list, cancellationToken).ConfigureAwait(false), fields),
            cancellationToken).ConfigureAwait(false);

    public Paged<ListContentType> ListContentTypesAsync(ListAddress list) => List(list, LibraryCalls.ListContentTypes);

    private LinkedPages<T> List<T>(ListAddress list, Func<ListAddress, GraphCall<CollectionPage<T>>> call) => new(
        transport, async cancellationToken => call(await addresses.ResolveAsync(list, cancellationToken).ConfigureAwait(false)));
}
