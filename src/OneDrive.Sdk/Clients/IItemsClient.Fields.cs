using System.Text.Json;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

public partial interface IItemsClient
{
    /// <summary>Gets the entry of an item in the list behind its library; business drives only.</summary>
    /// <param name="item">The item.</param>
    /// <param name="options">Which properties to return; expand <c>fields</c> to see the values of the columns.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ItemNotFoundException">There is no such item.</exception>
    Task<ListItem> GetListItemAsync(
        ItemAddress item, GetListItemOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Changes values of an item in the columns of its library; business drives only.</summary>
    /// <param name="item">The item.</param>
    /// <param name="fields">The new values, by the internal names of the columns; what is left out stays.</param>
    /// <param name="options">Under which condition.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The values of all columns.</returns>
    /// <exception cref="ArgumentException">Nothing changes.</exception>
    Task<IReadOnlyDictionary<string, JsonElement>> UpdateFieldsAsync(
        ItemAddress item, JsonObject fields, UpdateItemOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Deletes an entry of a list, and the file or folder that it belongs to.</summary>
    /// <param name="entry">The entry, as <see cref="ListAddress.Item"/> addresses it.</param>
    /// <param name="options">Under which condition.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">The address is not that of an entry of a list.</exception>
    /// <exception cref="ItemNotFoundException">There is no such entry.</exception>
    Task DeleteListItemAsync(
        ItemAddress entry, DeleteListItemOptions? options = null, CancellationToken cancellationToken = default);
}
