namespace OneDrive.Sdk.SharePoint;

/// <summary>
/// The requests about captured states of document sets: <see href="https://learn.microsoft.com/graph/api/resources/documentsetversion"/>.
/// </summary>
internal static class DocumentSetRequests
{
    internal static OneDriveRequest<DocumentSetVersion> ListVersions(ItemAddress documentSet) => new()
    {
        Operation = "DocumentSets.ListVersions",
        Path = PathOf(documentSet),
        Answer = ModelConverter<DocumentSetVersion>.TypeInfo,
    };

    internal static OneDriveRequest<DocumentSetVersion> GetVersion(ItemAddress documentSet, string versionId) => new()
    {
        Operation = "DocumentSets.GetVersion",
        Path = PathOf(documentSet, versionId),
        Answer = ModelConverter<DocumentSetVersion>.TypeInfo,
    };

    internal static OneDriveRequest<DocumentSetVersion> Capture(ItemAddress documentSet, CaptureDocumentSetOptions? options = null)
    {
        var body = new DocumentSetVersionRequest
        {
            Comment = options?.Comment,
            ShouldCaptureMinorVersion = options?.IncludeMinorVersions is true ? true : null,
        };
        return new()
        {
            Operation = "DocumentSets.Capture",
            Method = HttpMethod.Post,
            Path = PathOf(documentSet),
            Body = OneDriveRequestBody.FromJson(body),
            Answer = ModelConverter<DocumentSetVersion>.TypeInfo,
        };
    }

    /// <summary>Repeated after a lost answer it would restore the same state once more.</summary>
    internal static OneDriveRequest RestoreVersion(ItemAddress documentSet, string versionId) => new()
    {
        Operation = "DocumentSets.RestoreVersion",
        Method = HttpMethod.Post,
        Path = PathOf(documentSet, versionId, "/restore"),
        Body = OneDriveRequestBody.Empty,
    };

    internal static OneDriveRequest DeleteVersion(ItemAddress documentSet, string versionId) => new()
    {
        Operation = "DocumentSets.DeleteVersion",
        Method = HttpMethod.Delete,
        Path = PathOf(documentSet, versionId),
    };

    private static RequestPath PathOf(ItemAddress documentSet) => RequestPath.OfListItem(documentSet, "documentSetVersions");

    private static RequestPath PathOf(ItemAddress documentSet, string versionId, string rest = "") =>
        RequestPath.OfListItem(documentSet, $"documentSetVersions/{RequestPath.Encode(versionId)}{rest}");
}
