using System.Text.Json;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Clients;

internal sealed partial class ItemsClient
{
    public Task<ListItem> GetListItemAsync(
        ItemAddress item, GetListItemOptions? options = null, CancellationToken cancellationToken = default) =>
        calls.SendAsync(item, address => LibraryCalls.GetListItem(address, options), cancellationToken);

    public async Task<IReadOnlyDictionary<string, JsonElement>> UpdateFieldsAsync(
        ItemAddress item, JsonObject fields, UpdateItemOptions? options = null, CancellationToken cancellationToken = default) =>
        await calls.SendAsync(
            item, address => LibraryCalls.UpdateFields(address, fields, options), cancellationToken).ConfigureAwait(false);

    public Task DeleteListItemAsync(
        ItemAddress entry, DeleteListItemOptions? options = null, CancellationToken cancellationToken = default) =>
        calls.SendAsync(entry, address => LibraryCalls.DeleteListItem(address, options), cancellationToken);
}
