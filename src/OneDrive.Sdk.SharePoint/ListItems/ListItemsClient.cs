using System.Text.Json;
using System.Text.Json.Nodes;

namespace OneDrive.Sdk.SharePoint;

internal sealed class ListItemsClient(IOneDriveClient client) : IListItemsClient
{
    public Task<ListItem> GetAsync(
        ItemAddress item, GetListItemOptions? options = null, CancellationToken cancellationToken = default) =>
        client.SendAsync(ListItemRequests.Get(item, options), cancellationToken);

    public Task<ListItem> GetOfShareAsync(
        ItemAddress share, GetSharedItemOptions? options = null, CancellationToken cancellationToken = default) =>
        client.SendAsync(ListItemRequests.GetOfShare(share, options), cancellationToken);

    public async Task<IReadOnlyDictionary<string, JsonElement>> UpdateFieldsAsync(
        ItemAddress item, JsonObject fields, UpdateItemOptions? options = null, CancellationToken cancellationToken = default)
    {
        var answer = await client.SendAsync(ListItemRequests.UpdateFields(item, fields, options), cancellationToken).ConfigureAwait(false);
        return answer.Values;
    }

    public Task DeleteAsync(ItemAddress entry, DeleteListItemOptions? options = null, CancellationToken cancellationToken = default) =>
        client.SendAsync(ListItemRequests.Delete(entry, options), cancellationToken);

    public Paged<ListItemVersion> ListVersionsAsync(ItemAddress item, GetListItemVersionOptions? options = null) =>
        client.ListAsync(ListItemRequests.ListVersions(item, options));

    public Task<ListItemVersion> GetVersionAsync(
        ItemAddress item, string versionId, GetListItemVersionOptions? options = null, CancellationToken cancellationToken = default) =>
        client.SendAsync(ListItemRequests.GetVersion(item, versionId, options), cancellationToken);

    public Task RestoreVersionAsync(ItemAddress item, string versionId, CancellationToken cancellationToken = default) =>
        client.SendAsync(ListItemRequests.RestoreVersion(item, versionId), cancellationToken);
}
