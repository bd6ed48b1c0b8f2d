using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Paging;

namespace OneDrive.Sdk.Clients;

/// <summary>Makes calls for addresses once they are resolved, and sends them: what the one-liners of all clients have in common.</summary>
internal sealed class AddressedCalls(GraphTransport transport, AddressResolver addresses)
{
    internal async Task<T> SendAsync<T>(
        ItemAddress item, Func<ItemAddress, GraphCall<T>> call, CancellationToken cancellationToken) =>
        await transport.SendAsync(
            call(await addresses.ResolveAsync(item, cancellationToken).ConfigureAwait(false)), cancellationToken).ConfigureAwait(false);

    internal async Task<T> SendAsync<T>(
        DriveAddress drive, Func<DriveAddress, GraphCall<T>> call, CancellationToken cancellationToken) =>
        await transport.SendAsync(
            call(await addresses.ResolveAsync(drive, cancellationToken).ConfigureAwait(false)), cancellationToken).ConfigureAwait(false);

    internal Paged<T> List<T>(ItemAddress item, Func<ItemAddress, GraphCall<CollectionPage<T>>> call) => new LinkedPages<T>(
        transport, async cancellationToken => call(await addresses.ResolveAsync(item, cancellationToken).ConfigureAwait(false)));

    internal Paged<T> List<T>(DriveAddress drive, Func<DriveAddress, GraphCall<CollectionPage<T>>> call) => new LinkedPages<T>(
        transport, async cancellationToken => call(await addresses.ResolveAsync(drive, cancellationToken).ConfigureAwait(false)));
}
