using OneDrive.Sdk.Addresses;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Calls;

/// <summary>The history of one file: <see href="https://learn.microsoft.com/graph/api/resources/driveitemversion"/>.</summary>
internal static class VersionCalls
{
    internal static GraphCall<CollectionPage<DriveItemVersion>> List(ItemAddress file, ListVersionsOptions? options = null) => new()
    {
        Operation = "Versions.List",
        Method = HttpMethod.Get,
        Path = file.ToRequestPath("versions"),
        Query = QueryParameters.Create(options?.Select, pageSize: options?.PageSize),
        Answer = Pages.Of(DriveItemVersion.Read),
        IsIdempotent = true,
    };

    internal static GraphCall<DriveItemVersion> Get(ItemAddress file, string versionId, GetVersionOptions? options = null) => new()
    {
        Operation = "Versions.Get",
        Method = HttpMethod.Get,
        Path = PathOf(file, versionId),
        Query = QueryParameters.Create(options?.Select),
        Answer = DriveItemVersion.Read,
        IsIdempotent = true,
    };

    /// <summary>The response is a redirect to where the bytes are, which needs no token.</summary>
    internal static GraphCall<NoContent> GetContent(ItemAddress file, string versionId) => new()
    {
        Operation = "Versions.Download",
        Method = HttpMethod.Get,
        Path = PathOf(file, versionId) + "/content",
        StreamsAnswer = true,
        IsIdempotent = true,
    };

    /// <summary>Repeated after a lost answer it would make one more version; the content would be the same.</summary>
    internal static GraphCall<NoContent> Restore(ItemAddress file, string versionId) => new()
    {
        Operation = "Versions.Restore",
        Method = HttpMethod.Post,
        Path = PathOf(file, versionId) + "/restoreVersion",
        Body = EmptyCallBody.Instance,
        IsIdempotent = false,
    };

    internal static GraphCall<NoContent> Delete(ItemAddress file, string versionId) => new()
    {
        Operation = "Versions.Delete",
        Method = HttpMethod.Delete,
        Path = PathOf(file, versionId),
        IsIdempotent = true,
        IsDoneWhenAbsentAfterDoubt = true,
    };

    private static string PathOf(ItemAddress file, string versionId) =>
        file.ToRequestPath("versions/" + PathEncoding.EncodeSegment(PathRules.RequireSegment(versionId)));
}
