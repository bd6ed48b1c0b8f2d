using OneDrive.Sdk.Json;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Calls;

/// <summary>What happened since: <see href="https://learn.microsoft.com/graph/api/driveitem-delta"/>.</summary>
internal static class ChangeCalls
{
    private const string SharingChanges = "deltashowremovedasdeleted, deltatraversepermissiongaps, deltashowsharingchanges";

    /// <summary>Everything there is, or what changed after a time; the headers go with every further page.</summary>
    internal static GraphCall<CollectionPage<DriveItem>> Read(ItemAddress folder, ReadChangesOptions? options = null) =>
        Create("Changes.Read", folder, options?.ChangedAfter is { } time ? WireDate.Format(time) : null, options);

    /// <summary>Nothing but a link to what changes from now on.</summary>
    internal static GraphCall<CollectionPage<DriveItem>> GetLatest(ItemAddress folder, ReadChangesOptions? options = null) =>
        Create("Changes.GetLatestCheckpoint", folder, "latest", options);

    private static GraphCall<CollectionPage<DriveItem>> Create(
        string operation, ItemAddress folder, string? token, ReadChangesOptions? options) => new()
        {
            Operation = operation,
            Method = HttpMethod.Get,
            Path = folder.ToRequestPath("delta"),
            Query =
            [
                .. token is null ? [] : new KeyValuePair<string, string>[] { new("token", token) },
                .. QueryParameters.Create(options?.Select, options?.Expand, options?.PageSize),
            ],
            Headers = Headers(options ?? new ReadChangesOptions()),
            Answer = Pages.Of(DriveItem.Read),
            Complete = page => DriveItem.SetListedDrive(page.Value, folder.Drive),
            ReadsChanges = true,
            IsIdempotent = true,
            Priority = CallPriority.Bulk,
            Cost = token is null ? 2 : 1,
        };

    private static List<KeyValuePair<string, string>> Headers(ReadChangesOptions options)
    {
        var headers = new List<KeyValuePair<string, string>>();
        if (options.ExcludeParents)
        {
            headers.Add(new("deltaExcludeParent", "true"));
        }

        if (options.HierarchicalSharing)
        {
            headers.Add(new("Prefer", "hierarchicalsharing"));
        }

        if (options.ShowSharingChanges)
        {
            headers.Add(new("Prefer", SharingChanges));
        }

        if (options.IncludeAddedFolders)
        {
            headers.Add(new("Prefer", "Include-Feature=AddToOneDrive"));
        }

        return headers;
    }
}
