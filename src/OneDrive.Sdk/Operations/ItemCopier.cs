using OneDrive.Sdk.Addresses;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.Requests;

namespace OneDrive.Sdk.Operations;

/// <summary>Starts copies: the service requires the id of the destination folder, so a path is resolved first.</summary>
internal sealed class ItemCopier(GraphTransport transport)
{
    private static readonly GetItemOptions IdsOnly = new() { Select = ["id", "parentReference", "remoteItem"] };

    internal async Task<CopyOperation> StartAsync(
        ItemAddress item, ItemAddress newParent, CopyItemOptions? options, CancellationToken cancellationToken)
    {
        var (reference, drive) = await FindAsync(item, newParent, cancellationToken).ConfigureAwait(false);
        using var response = await transport.SendForResponseAsync(
            CopyCalls.Start(item, reference, options), cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            throw await transport.ReadErrorAsync(response, cancellationToken).ConfigureAwait(false);
        }

        if (response.Headers.Location is null && await ReadCopyAsync(response, drive, cancellationToken).ConfigureAwait(false) is { } copy)
        {
            return new CompletedCopy(copy);
        }

        var address = MonitorUrls.FromService(response.Headers.Location, response.RequestMessage!.RequestUri!);
        return new MonitoredCopy(
            transport,
            new CopyMonitor(transport, address),
            _ => ValueTask.FromResult(drive),
            options?.ChildrenOnly is true ? drive.Item(reference.Id!) : null);
    }

    internal CopyOperation Resume(string monitorUrl, Func<CancellationToken, ValueTask<DriveAddress>> getDestination) => new MonitoredCopy(
        transport, new CopyMonitor(transport, MonitorUrls.FromStore(monitorUrl, transport.Root)), getDestination, newParent: null);

    private async Task<(ParentReferenceRequest Reference, DriveAddress Drive)> FindAsync(
        ItemAddress item, ItemAddress newParent, CancellationToken cancellationToken)
    {
        if (newParent is { Anchor: ItemAnchor.Item, RelativePath.Length: 0, Drive: { } drive })
        {
            if (drive.Kind is DriveAddressKind.Drive)
            {
                return (new ParentReferenceRequest { DriveId = drive.Value, Id = newParent.AnchorValue }, drive);
            }

            if (drive == item.Drive)
            {
                return (new ParentReferenceRequest { Id = newParent.AnchorValue }, drive);
            }
        }

        var folder = await transport.SendAsync(ItemCalls.Get(newParent, IdsOnly), cancellationToken).ConfigureAwait(false);
        var address = folder.Address;
        return address.Drive is { Kind: DriveAddressKind.Drive } itsDrive
            ? (new ParentReferenceRequest { DriveId = itsDrive.Value, Id = address.AnchorValue }, itsDrive)
            : address.Drive == item.Drive
            ? (new ParentReferenceRequest { Id = address.AnchorValue }, address.Drive!)
            : throw new OneDriveConnectionException(
                "Items.StartCopy: the service did not return the id of the destination drive. Address it with DriveAddress.ById.")
            { IsTransient = false };
    }

    /// <summary>The copy, if the service completed it immediately; null if the response does not contain it.</summary>
    /// <exception cref="CopyFailedException">The response is an error with a status of success.</exception>
    private async Task<DriveItem?> ReadCopyAsync(HttpResponseMessage response, DriveAddress drive, CancellationToken cancellationToken)
    {
        if (await TryReadAsync(response, AsyncJobStatus.Read, cancellationToken).ConfigureAwait(false) is { } status
            && CopyFailure.Is(status))
        {
            throw CopyFailure.Of(status);
        }

        if (await TryReadAsync(response, DriveItem.Read, cancellationToken).ConfigureAwait(false) is { Id.Length: > 0 } copy
            && (copy.ParentReference is not null || copy.File is not null || copy.Folder is not null || copy.Name is not null))
        {
            DriveItem.SetListedDrive([copy], drive);
            return copy;
        }

        return null;
    }

    // If neither can be read, the caller throws an exception about the missing monitor URL.
    private async Task<T?> TryReadAsync<T>(HttpResponseMessage response, ModelRead<T> answer, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await transport.ReadAsync(response, answer, mayBeEmpty: true, cancellationToken).ConfigureAwait(false);
        }
        catch (OneDriveConnectionException)
        {
            return null;
        }
    }
}
