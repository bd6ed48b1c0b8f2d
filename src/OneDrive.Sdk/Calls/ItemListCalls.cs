using OneDrive.Sdk.Addresses;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Calls;

/// <summary>Lists of items that are not the children of one folder.</summary>
internal static class ItemListCalls
{
    /// <summary>In a folder and everything below it: <see href="https://learn.microsoft.com/graph/api/driveitem-search"/>.</summary>
    internal static GraphCall<CollectionPage<DriveItem>> Search(ItemAddress folder, string text, SearchOptions? options = null) =>
        List("Items.Search", folder.ToRequestPath(SearchVerb(text)), Query(options));

    /// <summary>In a drive and in what is shared with its user.</summary>
    internal static GraphCall<CollectionPage<DriveItem>> SearchDrive(DriveAddress drive, string text, SearchOptions? options = null) =>
        List("Items.SearchDrive", drive.ToRequestPath(SearchVerb(text)), Query(options));

    /// <summary><see href="https://learn.microsoft.com/graph/api/drive-list-following"/>.</summary>
    internal static GraphCall<CollectionPage<DriveItem>> ListFollowed(DriveAddress drive, ListItemsOptions? options = null) =>
        List("Items.ListFollowed", drive.ToRequestPath("following"), Query(options));

    /// <summary><see href="https://learn.microsoft.com/graph/api/drive-recent"/>.</summary>
    internal static GraphCall<CollectionPage<DriveItem>> ListRecent(DriveAddress drive, ListItemsOptions? options = null) =>
        List("Items.ListRecent", drive.ToRequestPath("recent"), Query(options));

    /// <summary><see href="https://learn.microsoft.com/onedrive/developer/rest-api/api/drive_sharedbyme"/>.</summary>
    internal static GraphCall<CollectionPage<DriveItem>> ListSharedByMe(DriveAddress drive, ListItemsOptions? options = null) =>
        List("Items.ListSharedByMe", drive.ToRequestPath("shared"), Query(options));

    /// <summary><see href="https://learn.microsoft.com/graph/api/drive-sharedwithme"/>.</summary>
    internal static GraphCall<CollectionPage<DriveItem>> ListSharedWithMe(DriveAddress drive, ListSharedWithMeOptions? options = null)
    {
        var query = QueryParameters.Create(options?.Select, pageSize: options?.PageSize);
        return List(
            "Items.ListSharedWithMe",
            drive.ToRequestPath("sharedWithMe"),
            options?.AllowExternal is true ? [.. query, new("allowexternal", "true")] : query);
    }

    // A quote in the text is doubled, since quotes delimit it, and then encoded like everything else in a path.
    private static string SearchVerb(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return $"search(q='{PathEncoding.EncodeSegment(text.Replace("'", "''", StringComparison.Ordinal))}')";
    }

    private static IReadOnlyList<KeyValuePair<string, string>> Query(SearchOptions? options) =>
        QueryParameters.Create(options?.Select, options?.Expand, options?.PageSize, options?.OrderBy, options?.Filter);

    private static IReadOnlyList<KeyValuePair<string, string>> Query(ListItemsOptions? options) =>
        QueryParameters.Create(options?.Select, options?.Expand, options?.PageSize, options?.OrderBy, options?.Filter);

    private static GraphCall<CollectionPage<DriveItem>> List(
        string operation, string path, IReadOnlyList<KeyValuePair<string, string>> query) => new()
        {
            Operation = operation,
            Method = HttpMethod.Get,
            Path = path,
            Query = query,
            Answer = Pages.Of(DriveItem.Read),
            IsIdempotent = true,
        };
}
