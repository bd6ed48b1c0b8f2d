using OneDrive.Sdk.Addresses;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Calls;

/// <summary>The history of an entry of a list: <see href="https://learn.microsoft.com/graph/api/resources/listitemversion"/>.</summary>
internal static class ListItemVersionCalls
{
    internal static GraphCall<CollectionPage<ListItemVersion>> List(ItemAddress item, GetListItemVersionOptions? options = null) => new()
    {
        Operation = "Versions.ListOfListItem",
        Method = HttpMethod.Get,
        Path = LibraryCalls.PathOf(item) + "/versions",
        Query = QueryParameters.Create(options?.Select, options?.Expand),
        Answer = Pages.Of(ListItemVersion.Read),
        IsIdempotent = true,
    };

    internal static GraphCall<ListItemVersion> Get(ItemAddress item, string versionId, GetListItemVersionOptions? options = null) => new()
    {
        Operation = "Versions.GetOfListItem",
        Method = HttpMethod.Get,
        Path = PathOf(item, versionId),
        Query = QueryParameters.Create(options?.Select, options?.Expand),
        Answer = ListItemVersion.Read,
        IsIdempotent = true,
    };

    /// <summary>Repeated after a lost answer it would make one more version; the values would be the same.</summary>
    internal static GraphCall<NoContent> Restore(ItemAddress item, string versionId) => new()
    {
        Operation = "Versions.RestoreOfListItem",
        Method = HttpMethod.Post,
        Path = PathOf(item, versionId) + "/restoreVersion",
        Body = EmptyCallBody.Instance,
        IsIdempotent = false,
    };

    private static string PathOf(ItemAddress item, string versionId) =>
        $"{LibraryCalls.PathOf(item)}/versions/{PathEncoding.EncodeSegment(PathRules.RequireSegment(versionId))}";
}
