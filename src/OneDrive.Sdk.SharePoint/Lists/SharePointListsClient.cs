using System.Text.Json.Nodes;

namespace OneDrive.Sdk.SharePoint;

internal sealed class SharePointListsClient(IOneDriveClient client) : ISharePointListsClient
{
    public Task<SharePointList> GetAsync(
        ListAddress list, GetListOptions? options = null, CancellationToken cancellationToken = default) =>
        client.SendAsync(ListRequests.Get(list, options), cancellationToken);

    public Task<SharePointList> GetOfShareAsync(
        ItemAddress share, GetSharedItemOptions? options = null, CancellationToken cancellationToken = default) =>
        client.SendAsync(ListRequests.GetOfShare(share, options), cancellationToken);

    public Paged<ColumnDefinition> ListColumnsAsync(ListAddress list) => client.ListAsync(ListRequests.ListColumns(list));

    public Paged<ListContentType> ListContentTypesAsync(ListAddress list) => client.ListAsync(ListRequests.ListContentTypes(list));

    public Paged<ListItem> ListItemsAsync(ListAddress list, ListListItemsOptions? options = null) =>
        client.ListAsync(ListRequests.ListItems(list, options));

    public Task<ListItem> CreateItemAsync(ListAddress list, JsonObject fields, CancellationToken cancellationToken = default) =>
        client.SendAsync(ListRequests.CreateItem(list, fields), cancellationToken);
}
