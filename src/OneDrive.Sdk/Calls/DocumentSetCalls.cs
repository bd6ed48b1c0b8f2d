using OneDrive.Sdk.Addresses;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.Requests;

namespace OneDrive.Sdk.Calls;

/// <summary>
/// Captured states of document sets: <see href="https://learn.microsoft.com/graph/api/resources/documentsetversion"/>.
/// </summary>
internal static class DocumentSetCalls
{
    internal static GraphCall<CollectionPage<DocumentSetVersion>> List(ItemAddress documentSet) => new()
    {
        Operation = "Versions.ListOfDocumentSet",
        Method = HttpMethod.Get,
        Path = PathOf(documentSet),
        Answer = Pages.Of(DocumentSetVersion.Read),
        IsIdempotent = true,
    };

    internal static GraphCall<DocumentSetVersion> Get(ItemAddress documentSet, string versionId) => new()
    {
        Operation = "Versions.GetOfDocumentSet",
        Method = HttpMethod.Get,
        Path = PathOf(documentSet, versionId),
        Answer = DocumentSetVersion.Read,
        IsIdempotent = true,
    };

    internal static GraphCall<DocumentSetVersion> Capture(ItemAddress documentSet, CaptureDocumentSetOptions? options = null)
    {
        var body = new DocumentSetVersionRequest
        {
            Comment = options?.Comment,
            ShouldCaptureMinorVersion = options?.IncludeMinorVersions is true ? true : null,
        };
        return new()
        {
            Operation = "Versions.CaptureDocumentSet",
            Method = HttpMethod.Post,
            Path = PathOf(documentSet),
            Body = new JsonCallBody(body),
            Answer = DocumentSetVersion.Read,
            IsIdempotent = false,
        };
    }

    /// <summary>Repeated after a lost answer it would restore the same state once more.</summary>
    internal static GraphCall<NoContent> Restore(ItemAddress documentSet, string versionId) => new()
    {
        Operation = "Versions.RestoreOfDocumentSet",
        Method = HttpMethod.Post,
        Path = PathOf(documentSet, versionId) + "/restore",
        Body = EmptyCallBody.Instance,
        IsIdempotent = false,
    };

    internal static GraphCall<NoContent> Delete(ItemAddress documentSet, string versionId) => new()
    {
        Operation = "Versions.DeleteOfDocumentSet",
        Method = HttpMethod.Delete,
        Path = PathOf(documentSet, versionId),
        IsIdempotent = true,
        IsDoneWhenAbsentAfterDoubt = true,
    };

    private static string PathOf(ItemAddress documentSet) => LibraryCalls.PathOf(documentSet) + "/documentSetVersions";

    private static string PathOf(ItemAddress documentSet, string versionId) =>
        $"{PathOf(documentSet)}/{PathEncoding.EncodeSegment(PathRules.RequireSegment(versionId))}";
}
