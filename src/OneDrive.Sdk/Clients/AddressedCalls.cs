using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Paging;

namespace OneDrive.Sdk.Clients;

/// <summary>Makes calls for addresses once they are resolved, and sends them: what the one-liners of all clients have in common.</summary>
internal sealed class AddressedCalls(GraphTransport transport, AddressResolver addresses)
{
    internal Task<T> SendAsync<T>(ItemAddress item, Func<ItemAddress, GraphCall<T>> call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);
        return SendResolvedAsync(item.Drive, drive => call(item.In(drive)), cancellationToken);
    }

    internal Task<T> SendAsync<T>(ListAddress list, Func<ListAddress, GraphCall<T>> call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(list);
        return SendResolvedAsync(list.Drive, drive => call(list.In(drive)), cancellationToken);
    }

    internal Task<T> SendAsync<T>(DriveAddress drive, Func<DriveAddress, GraphCall<T>> call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(drive);
        return SendResolvedAsync(drive, resolved => call(resolved!), cancellationToken);
    }

    internal Task<T> SendAsync<T>(RequestPath path, Func<DriveAddress?, GraphCall<T>> call, CancellationToken cancellationToken) =>
        SendResolvedAsync(path.Drive, call, cancellationToken);

    internal Paged<T> List<T>(ItemAddress item, Func<ItemAddress, GraphCall<CollectionPage<T>>> call)
    {
        ArgumentNullException.ThrowIfNull(item);
        return ListResolved(item.Drive, drive => call(item.In(drive)));
    }

    internal Paged<T> List<T>(DriveAddress drive, Func<DriveAddress, GraphCall<CollectionPage<T>>> call)
    {
        ArgumentNullException.ThrowIfNull(drive);
        return ListResolved(drive, resolved => call(resolved!));
    }

    internal Paged<T> List<T>(RequestPath path, Func<DriveAddress?, GraphCall<CollectionPage<T>>> call) => ListResolved(path.Drive, call);

    private async Task<T> SendResolvedAsync<T>(
        DriveAddress? drive, Func<DriveAddress?, GraphCall<T>> call, CancellationToken cancellationToken)
    {
        if (drive is not null)
            drive = await addresses.ResolveAsync(drive, cancellationToken).ConfigureAwait(false);
        return await transport.SendAsync(call(drive), cancellationToken).ConfigureAwait(false);
    }

    private LinkedPages<T> ListResolved<T>(DriveAddress? drive, Func<DriveAddress?, GraphCall<CollectionPage<T>>> call) => new(
        transport,
        async cancellationToken => call(
            drive is null ? null : await addresses.ResolveAsync(drive, cancellationToken).ConfigureAwait(false)));
}
