namespace OneDrive.Sdk.SharePoint;

internal sealed class DocumentSetsClient(IOneDriveClient client) : IDocumentSetsClient
{
    public Paged<DocumentSetVersion> ListVersionsAsync(ItemAddress documentSet) =>
        client.ListAsync(DocumentSetRequests.ListVersions(documentSet));

    public Task<DocumentSetVersion> GetVersionAsync(
        ItemAddress documentSet, string versionId, CancellationToken cancellationToken = default) =>
        client.SendAsync(DocumentSetRequests.GetVersion(documentSet, versionId), cancellationToken);

    public Task<DocumentSetVersion> CaptureAsync(
        ItemAddress documentSet, CaptureDocumentSetOptions? options = null, CancellationToken cancellationToken = default) =>
        client.SendAsync(DocumentSetRequests.Capture(documentSet, options), cancellationToken);

    public Task RestoreVersionAsync(ItemAddress documentSet, string versionId, CancellationToken cancellationToken = default) =>
        client.SendAsync(DocumentSetRequests.RestoreVersion(documentSet, versionId), cancellationToken);

    public Task DeleteVersionAsync(ItemAddress documentSet, string versionId, CancellationToken cancellationToken = default) =>
        client.SendAsync(DocumentSetRequests.DeleteVersion(documentSet, versionId), cancellationToken);
}
