using OneDrive.Sdk.Addresses;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.Requests;

namespace OneDrive.Sdk.Operations;

/// <summary>Starts copies: the service wants the real ids of the folder that gets the copy, so a path is looked up first.</summary>
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

        DriveItem folder = await transport.SendAsync(ItemCalls.Get(newParent, IdsOnly), cancellationToken).ConfigureAwait(false);
        var address = folder.Address;
        return (new ParentReferenceRequest { DriveId = address.Drive!.Value, Id = address.AnchorValue }, address.Drive);
    }
}
