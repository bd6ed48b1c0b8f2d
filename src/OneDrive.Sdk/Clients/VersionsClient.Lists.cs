using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Clients;

internal sealed partial class VersionsClient
{
    public Paged<ListItemVersion> ListOfListItemAsync(ItemAddress item, GetListItemVersionOptions? options = null) =>
        calls.List(item, address => ListItemVersionCalls.List(address, options));

    public Task<ListItemVersion> GetOfListItemAsync(
        ItemAddress item, string versionId, GetListItemVersionOptions? options = null, CancellationToken cancellationToken = default) =>
        calls.SendAsync(item, address => ListItemVersionCalls.Get(address, versionId, options), cancellationToken);

    public Task RestoreOfListItemAsync(ItemAddress item, string versionId, CancellationToken cancellationToken = default) =>
        calls.SendAsync(item, address => ListItemVersionCalls.Restore(address, versionId), cancellationToken);

    public Paged<DocumentSetVersion> ListOfDocumentSetAsync(ItemAddress documentSet) => calls.List(documentSet, DocumentSetCalls.List);

    public Task<DocumentSetVersion> GetOfDocumentSetAsync(
        ItemAddress documentSet, string versionId, CancellationToken cancellationToken = default) =>
        calls.SendAsync(documentSet, address => DocumentSetCalls.Get(address, versionId), cancellationToken);

    public Task<DocumentSetVersion> CaptureDocumentSetAsync(
        ItemAddress documentSet, CaptureDocumentSetOptions? options = null, CancellationToken cancellationToken = default) =>
        calls.SendAsync(documentSet, address => DocumentSetCalls.Capture(address, options), cancellationToken);

    public Task RestoreOfDocumentSetAsync(ItemAddress documentSet, string versionId, CancellationToken cancellationToken = default) =>
        calls.SendAsync(documentSet, address => DocumentSetCalls.Restore(address, versionId), cancellationToken);

    public Task DeleteOfDocumentSetAsync(ItemAddress documentSet, string versionId, CancellationToken cancellationToken = default) =>
        calls.SendAsync(documentSet, address => DocumentSetCalls.Delete(address, versionId), cancellationToken);
}
