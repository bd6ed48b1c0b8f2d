using System.Text.Json.Nodes;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

public partial interface IDrivesClient
{
    /// <summary>Gets a SharePoint list, such as the one behind a document library.</summary>
    /// <param name="list">The list.</param>
    /// <param name="options">Which properties to return; columns and items can be expanded.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ItemNotFoundException">The list does not exist.</exception>
    Task<SharePointList> GetListAsync(
        ListAddress list, GetListOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lists the columns of a SharePoint list.</summary>
    /// <param name="list">The list.</param>
    Paged<ColumnDefinition> ListColumnsAsync(ListAddress list);

    /// <summary>Lists the entries of a SharePoint list; expand <c>fields</c> to see the values of its columns.</summary>
    /// <param name="list">The list.</param>
    /// <param name="options">Which properties to return, which entries, and how many a page has.</param>
    Paged<ListItem> ListListItemsAsync(ListAddress list, ListListItemsOptions? options = null);

    /// <summary>Creates an entry of a SharePoint list; entries of libraries come with their files.</summary>
    /// <param name="list">The list.</param>
    /// <param name="fields">The values, by the internal names of the columns.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<ListItem> CreateListItemAsync(ListAddress list, JsonObject fields, CancellationToken cancellationToken = default);

    /// <summary>Lists the content types that entries of a SharePoint list can have.</summary>
    /// <param name="list">The list.</param>
    Paged<ListContentType> ListContentTypesAsync(ListAddress list);
}
