using System.Text.Json.Nodes;

namespace OneDrive.Sdk.SharePoint;

/// <summary>The requests about entries of lists: <see href="https://learn.microsoft.com/graph/api/resources/listitem"/>.</summary>
internal static class ListItemRequests
{
    internal static OneDriveRequest<ListItem> Get(ItemAddress item, GetListItemOptions? options = null) => new()
    {
        Operation = "ListItems.Get",
        Path = RequestPath.OfListItem(item),
        Query = RequestQuery.Create(options?.Select, options?.Expand),
        Answer = ModelConverter<ListItem>.TypeInfo,
    };

    internal static OneDriveRequest<ListItem> GetOfShare(ItemAddress share, GetSharedItemOptions? options = null) => new()
    {
        Operation = "ListItems.GetOfShare",
        Path = RequestPath.OfShare(share, "listItem"),
        Query = RequestQuery.Create(options?.Select, options?.Expand),
        Headers = RequestQuery.Redemption(options?.Redemption ?? SharingLinkRedemption.None),
        Answer = ModelConverter<ListItem>.TypeInfo,
    };

    /// <summary><see href="https://learn.microsoft.com/graph/api/listitem-delete"/>.</summary>
    internal static OneDriveRequest Delete(ItemAddress entry, DeleteListItemOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return !entry.IsListItem
            ? throw new ArgumentException(
                $"'{entry}' is not an entry of a list. Use ListAddress.Item, or delete the file itself.", nameof(entry))
            : new()
            {
                Operation = "ListItems.Delete",
                Method = HttpMethod.Delete,
                Path = RequestPath.OfListItem(entry),
                Headers = RequestQuery.IfMatch(options?.IfMatch),
            };
    }

    /// <summary><see href="https://learn.microsoft.com/graph/api/listitem-update"/>.</summary>
    internal static OneDriveRequest<FieldValues> UpdateFields(ItemAddress item, JsonObject fields, UpdateItemOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(fields);
        if (fields.Count == 0)
        {
            throw new ArgumentException("There is no change to apply. Set at least one field.", nameof(fields));
        }

        return new()
        {
            Operation = "ListItems.UpdateFields",
            Method = HttpMethod.Patch,
            Path = RequestPath.OfListItem(item, "fields"),
            Headers = RequestQuery.IfMatch(options?.IfMatch),
            Body = OneDriveRequestBody.FromJson(fields),
            Answer = ModelConverter<FieldValues>.TypeInfo,
            ResultRequest = GetFields(item),
            IsIdempotent = options?.IfMatch is null,
        };
    }

    internal static OneDriveRequest<ListItemVersion> ListVersions(ItemAddress item, GetListItemVersionOptions? options = null) => new()
    {
        Operation = "ListItems.ListVersions",
        Path = RequestPath.OfListItem(item, "versions"),
        Query = RequestQuery.Create(options?.Select, options?.Expand),
        Answer = ModelConverter<ListItemVersion>.TypeInfo,
    };

    internal static OneDriveRequest<ListItemVersion> GetVersion(
        ItemAddress item, string versionId, GetListItemVersionOptions? options = null) => new()
        {
            Operation = "ListItems.GetVersion",
            Path = RequestPath.OfListItem(item, "versions/" + RequestPath.Encode(versionId)),
            Query = RequestQuery.Create(options?.Select, options?.Expand),
            Answer = ModelConverter<ListItemVersion>.TypeInfo,
        };

    /// <summary>Repeated after a lost answer it would make one more version; the values would be the same.</summary>
    internal static OneDriveRequest RestoreVersion(ItemAddress item, string versionId) => new()
    {
        Operation = "ListItems.RestoreVersion",
        Method = HttpMethod.Post,
        Path = RequestPath.OfListItem(item, $"versions/{RequestPath.Encode(versionId)}/restoreVersion"),
        Body = OneDriveRequestBody.Empty,
    };

    private static OneDriveRequest<FieldValues> GetFields(ItemAddress item) => new()
    {
        Operation = "ListItems.GetFields",
        Path = RequestPath.OfListItem(item, "fields"),
        Answer = ModelConverter<FieldValues>.TypeInfo,
        AllowsEmptyAnswer = true,
    };
}
