using System.Text.Json;
using System.Text.Json.Nodes;

namespace OneDrive.Sdk.SharePoint;

/// <summary>The entries of SharePoint lists, and their history; supported on business drives only.</summary>
public interface IListItemsClient
{
    /// <summary>Gets an entry of a list.</summary>
    /// <param name="item">The entry, by its list, or the file or folder that it belongs to.</param>
    /// <param name="options">Which properties to return; expand <c>fields</c> to see the values of the columns.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ItemNotFoundException">The entry does not exist.</exception>
    Task<ListItem> GetAsync(ItemAddress item, GetListItemOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Gets the entry, in its SharePoint list, of what a sharing link leads to.</summary>
    /// <param name="share">The link, as <see cref="ItemAddress.Shared"/> addresses it.</param>
    /// <param name="options">Which properties to return, and whether the link is used.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ItemNotFoundException">The link does not exist.</exception>
    Task<ListItem> GetOfShareAsync(
        ItemAddress share, GetSharedItemOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Changes values of an entry in the columns of its list.</summary>
    /// <param name="item">The entry, by its list, or the file or folder that it belongs to.</param>
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
    Task DeleteAsync(ItemAddress entry, DeleteListItemOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lists the versions of an entry of a list, the newest first.</summary>
    /// <param name="item">The entry, by its list, or the file or folder that it belongs to.</param>
    /// <param name="options">Which properties to return; expand <c>fields</c> to see the values of the columns.</param>
    Paged<ListItemVersion> ListVersionsAsync(ItemAddress item, GetListItemVersionOptions? options = null);

    /// <summary>Gets one version of an entry of a list.</summary>
    /// <param name="item">The entry, by its list, or the file or folder that it belongs to.</param>
    /// <param name="versionId">The id of the version, such as <c>2.0</c>.</param>
    /// <param name="options">Which properties to return; expand <c>fields</c> to see the values of the columns.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ItemNotFoundException">The entry or the version does not exist.</exception>
    Task<ListItemVersion> GetVersionAsync(
        ItemAddress item, string versionId, GetListItemVersionOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Makes an earlier version of an entry of a list the newest one.</summary>
    /// <param name="item">The entry, by its list, or the file or folder that it belongs to.</param>
    /// <param name="versionId">The id of the version.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ItemNotFoundException">The entry or the version does not exist.</exception>
    Task RestoreVersionAsync(ItemAddress item, string versionId, CancellationToken cancellationToken = default);
}
