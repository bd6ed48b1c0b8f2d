using System.Text.Json.Nodes;

namespace OneDrive.Sdk.SharePoint;

/// <summary>SharePoint lists, such as the one behind a document library; supported on business drives only.</summary>
public interface ISharePointListsClient
{
    /// <summary>Gets a SharePoint list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="options">Which properties to return; columns and items can be expanded.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ItemNotFoundException">The list does not exist.</exception>
    Task<SharePointList> GetAsync(ListAddress list, GetListOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Gets the SharePoint list that a sharing link leads to, or leads into.</summary>
    /// <param name="share">The link, as <see cref="ItemAddress.Shared"/> addresses it.</param>
    /// <param name="options">Which properties to return, and whether the link is used.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ItemNotFoundException">The link does not exist.</exception>
    Task<SharePointList> GetOfShareAsync(
        ItemAddress share, GetSharedItemOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lists the columns of a SharePoint list.</summary>
    /// <param name="list">The list.</param>
    Paged<ColumnDefinition> ListColumnsAsync(ListAddress list);

    /// <summary>Lists the content types that entries of a SharePoint list can have.</summary>
    /// <param name="list">The list.</param>
    Paged<ListContentType> ListContentTypesAsync(ListAddress list);

    /// <summary>Lists the entries of a SharePoint list; expand <c>fields</c> to see the values of its columns.</summary>
    /// <param name="list">The list.</param>
    /// <param name="options">Which properties to return, which entries, and how many a page has.</param>
    Paged<ListItem> ListItemsAsync(ListAddress list, ListListItemsOptions? options = null);

    /// <summary>Creates an entry of a SharePoint list; entries of libraries come with their files.</summary>
    /// <param name="list">The list.</param>
    /// <param name="fields">The values, by the internal names of the columns.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<ListItem> CreateItemAsync(ListAddress list, JsonObject fields, CancellationToken cancellationToken = default);
}
