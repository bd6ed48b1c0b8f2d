using System.Text.Json;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

public partial interface IItemsClient
{
    /// <summary>Gets the entry of an item in the list behind its library; supported on business drives only.</summary>
    /// <param name="item">The item.</param>
    /// <param name="options">Which properties to return; expand <c>fields</c> to see the values of the columns.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ItemNotFoundException">The item does not exist.</exception>
    Task<ListItem> GetListItemAsync(
        ItemAddress item, GetListItemOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Changes the column values of an item in its library; supported on business drives only.</summary>
    /// <param name="item">The item.</param>
    /// <param name="fields">The new values, by the internal names of the columns. Columns that are not set stay unchanged.</param>
    /// <param name="options">The condition of the change, such as an eTag.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The values of all columns.</returns>
    /// <exception cref="ArgumentException">The changes are empty.</exception>
    Task<IReadOnlyDictionary<string, JsonElement>> UpdateFieldsAsync(
        ItemAddress item, JsonObject fields, UpdateItemOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Deletes an entry of a list, and the file or folder that it belongs to.</summary>
    /// <param name="entry">The entry, as <see cref="ListAddress.Item"/> addresses it.</param>
    /// <param name="options">The condition of the change, such as an eTag.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The address is not that of an entry of a list.</exception>
    /// <exception cref="ItemNotFoundException">The entry does not exist.</exception>
    Task DeleteListItemAsync(
        ItemAddress entry, DeleteListItemOptions? options = null, CancellationToken cancellationToken = default);
}
