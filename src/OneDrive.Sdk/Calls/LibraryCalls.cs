using System.Text.Json;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.Requests;

namespace OneDrive.Sdk.Calls;

/// <summary>The SharePoint lists behind libraries: <see href="https://learn.microsoft.com/graph/api/resources/listitem"/>.</summary>
internal static class LibraryCalls
{
    internal static GraphCall<SharePointList> GetList(ListAddress list, GetListOptions? options = null) => new()
    {
        Operation = "Drives.GetList",
        Method = HttpMethod.Get,
        Path = list.ToRequestPath(),
        Query = QueryParameters.Create(options?.Select, options?.Expand),
        Answer = SharePointList.Read,
        IsIdempotent = true,
    };

    internal static GraphCall<CollectionPage<ColumnDefinition>> ListColumns(ListAddress list) => new()
    {
        Operation = "Drives.ListColumns",
        Method = HttpMethod.Get,
        Path = list.ToRequestPath("columns"),
        Answer = Pages.Of(ColumnDefinition.Read),
        IsIdempotent = true,
    };

    internal static GraphCall<CollectionPage<ListContentType>> ListContentTypes(ListAddress list) => new()
    {
        Operation = "Drives.ListContentTypes",
        Method = HttpMethod.Get,
        Path = list.ToRequestPath("contentTypes"),
        Answer = Pages.Of(ListContentType.Read),
        IsIdempotent = true,
    };

    internal static GraphCall<CollectionPage<ListItem>> ListItems(ListAddress list, ListListItemsOptions? options = null) => new()
    {
        Operation = "Drives.ListListItems",
        Method = HttpMethod.Get,
        Path = list.ToRequestPath("items"),
        Query = QueryParameters.Create(options?.Select, options?.Expand, options?.PageSize, options?.OrderBy, options?.Filter),
        Answer = Pages.Of(ListItem.Read),
        IsIdempotent = true,
    };

    /// <summary><see href="https://learn.microsoft.com/graph/api/listitem-create"/>; repeated it would create a second entry.</summary>
    internal static GraphCall<ListItem> CreateListItem(ListAddress list, JsonObject fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new()
        {
            Operation = "Drives.CreateListItem",
            Method = HttpMethod.Post,
            Path = list.ToRequestPath("items"),
            Body = new JsonCallBody(new FieldsRequest { Fields = fields }),
            Answer = ListItem.Read,
            IsIdempotent = false,
        };
    }

    /// <summary><see href="https://learn.microsoft.com/graph/api/listitem-delete"/>.</summary>
    internal static GraphCall<NoContent> DeleteListItem(ItemAddress entry, DeleteListItemOptions? options = null) => new()
    {
        Operation = "Items.DeleteListItem",
        Method = HttpMethod.Delete,
        Path = entry.ListItemPath ?? throw new ArgumentException(
            $"'{entry}' is not an entry of a list. Use ListAddress.Item, or delete the file itself.", nameof(entry)),
        Headers = ConditionalHeaders.IfMatch(options?.IfMatch),
        IsIdempotent = true,
        IsDoneWhenAbsentAfterDoubt = true,
    };

    internal static GraphCall<ListItem> GetListItem(ItemAddress item, GetListItemOptions? options = null) => new()
    {
        Operation = "Items.GetListItem",
        Method = HttpMethod.Get,
        Path = PathOf(item),
        Query = QueryParameters.Create(options?.Select, options?.Expand),
        Answer = ListItem.Read,
        IsIdempotent = true,
    };

    /// <summary><see href="https://learn.microsoft.com/graph/api/listitem-update"/>.</summary>
    internal static GraphCall<IReadOnlyDictionary<string, JsonElement>> UpdateFields(
        ItemAddress item, JsonObject fields, UpdateItemOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(fields);
        if (fields.Count == 0)
        {
            throw new ArgumentException("There is no change to apply. Set at least one field.", nameof(fields));
        }

        return new()
        {
            Operation = "Items.UpdateFields",
            Method = HttpMethod.Patch,
            Path = PathOf(item) + "/fields",
            Headers = ConditionalHeaders.IfMatch(options?.IfMatch),
            Body = new JsonCallBody(fields),
            Answer = AnswerReader.Members,
            Result = GetFields(item),
            IsIdempotent = options?.IfMatch is null,
        };
    }

    private static GraphCall<IReadOnlyDictionary<string, JsonElement>> GetFields(ItemAddress item) => new()
    {
        Operation = "Items.GetFields",
        Method = HttpMethod.Get,
        Path = PathOf(item) + "/fields",
        Answer = AnswerReader.Members,
        MayAnswerNothing = true,
        IsIdempotent = true,
    };

    /// <summary>The path of the entry: one that is addressed by its list is meant itself, not the way over its file.</summary>
    internal static string PathOf(ItemAddress item) => item.ListItemPath ?? item.ToRequestPath("listItem");
}
