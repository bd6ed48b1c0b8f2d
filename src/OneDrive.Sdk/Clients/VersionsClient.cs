using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.Transfers;

namespace OneDrive.Sdk.Clients;

internal sealed partial class VersionsClient(GraphTransport transport, AddressResolver addresses, AddressedCalls calls) : IVersionsClient
{
    public Paged<DriveItemVersion> ListAsync(ItemAddress file, ListVersionsOptions? options = null) =>
        calls.List(file, address => VersionCalls.List(address, options));

    public Task<DriveItemVersion> GetAsync(
        ItemAddress file, string versionId, GetVersionOptions? options = null, CancellationToken cancellationToken = default) =>
        calls.SendAsync(file, address => VersionCalls.Get(address, versionId, options), cancellationToken);

    public async Task<long> DownloadAsync(
        ItemAddress file,
        string versionId,
        Stream destination,
        DownloadVersionOptions? options = null,
        CancellationToken cancellationToken = default) =>
        await new SideDownload(
            transport, address => VersionCalls.GetContent(address, versionId), address => VersionCalls.Get(address, versionId)).RunAsync(
            await addresses.ResolveAsync(file, cancellationToken).ConfigureAwait(false),
            destination,
            options?.Progress,
            cancellationToken).ConfigureAwait(false);

    public Task RestoreAsync(ItemAddress file, string versionId, CancellationToken cancellationToken = default) =>
        calls.SendAsync(file, address => VersionCalls.Restore(address, versionId), cancellationToken);

    public Task DeleteAsync(ItemAddress file, string versionId, CancellationToken cancellationToken = default) =>
        calls.SendAsync(file, address => VersionCalls.Delete(address, versionId), cancellationToken);
}
