using System.Text.Json.Nodes;

namespace OneDrive.Sdk.SharePoint;

/// <summary>The requests about SharePoint lists: <see href="https://learn.microsoft.com/graph/api/resources/list"/>.</summary>
internal static class ListRequests
{
    internal static OneDriveRequest<SharePointList> Get(ListAddress list, GetListOptions? options = null) => new()
    {
        Operation = "Lists.Get",
        Path = RequestPath.Of(list),
        Query = RequestQuery.Create(options?.Select, options?.Expand),
        Answer = ModelConverter<SharePointList>.TypeInfo,
    };

    internal static OneDriveRequest<SharePointList> GetOfShare(ItemAddress share, GetSharedItemOptions? options = null) => new()
    {
        Operation = "Lists.GetOfShare",
        Path = RequestPath.OfShare(share, "list"),
        Query = RequestQuery.Create(options?.Select, options?.Expand),
        Headers = RequestQuery.Redemption(options?.Redemption ?? SharingLinkRedemption.None),
        Answer = ModelConverter<SharePointList>.TypeInfo,
    };

    internal static OneDriveRequest<ColumnDefinition> ListColumns(ListAddress list) => new()
    {
        Operation = "Lists.ListColumns",
        Path = RequestPath.Of(list, "columns"),
        Answer = ModelConverter<ColumnDefinition>.TypeInfo,
    };

    internal static OneDriveRequest<ListContentType> ListContentTypes(ListAddress list) => new()
    {
        Operation = "Lists.ListContentTypes",
        Path = RequestPath.Of(list, "contentTypes"),
        Answer = ModelConverter<ListContentType>.TypeInfo,
    };

    internal static OneDriveRequest<ListItem> ListItems(ListAddress list, ListListItemsOptions? options = null) => new()
    {
        Operation = "Lists.ListItems",
        Path = RequestPath.Of(list, "items"),
        Query = RequestQuery.Create(options?.Select, options?.Expand, options?.PageSize, options?.OrderBy, options?.Filter),
        Answer = ModelConverter<ListItem>.TypeInfo,
    };

    /// <summary><see href="https://learn.microsoft.com/graph/api/listitem-create"/>; repeated it would create a second entry.</summary>
    internal static OneDriveRequest<ListItem> CreateItem(ListAddress list, JsonObject fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new()
        {
            Operation = "Lists.CreateItem",
            Method = HttpMethod.Post,
            Path = RequestPath.Of(list, "items"),
            Body = OneDriveRequestBody.FromJson(new JsonObject { ["fields"] = fields.DeepClone() }),
            Answer = ModelConverter<ListItem>.TypeInfo,
        };
    }
}
