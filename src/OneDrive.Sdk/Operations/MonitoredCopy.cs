using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Operations;

/// <summary>A copy, watched at the address that the service gave.</summary>
/// <param name="transport">Fetches the copy at the end.</param>
/// <param name="monitor">Asks how far it is.</param>
/// <param name="getDestination">Finds the drive that gets the copy.</param>
/// <param name="newParent">The folder that gets the copy, where it is known.</param>
internal sealed class MonitoredCopy(
    GraphTransport transport,
    CopyMonitor monitor,
    Func<CancellationToken, ValueTask<DriveAddress>> getDestination,
    ItemAddress? newParent) : CopyOperation
{
    public override string MonitorUrl => monitor.Address.OriginalString;

    public override Task<AsyncJobStatus> GetStatusAsync(CancellationToken cancellationToken = default) =>
        monitor.GetStatusAsync(cancellationToken);

    public override async Task<DriveItem> WaitAsync(
        IProgress<AsyncJobStatus>? progress = null, CancellationToken cancellationToken = default)
    {
        var status = await monitor.WaitAsync(progress, cancellationToken).ConfigureAwait(false);
        var copy = (status.ResourceId ?? IdIn(status.ResourceLocation)) is { } id
            ? (await getDestination(cancellationToken).ConfigureAwait(false)).Item(id)
            : newParent ?? throw new OneDriveConnectionException(
                "The copy is complete, but the service does not say where it is.")
            { IsTransient = false };
        return await transport.SendAsync(ItemCalls.Get(copy), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The id at the end of an address such as <c>https://…/drives/{id}/items/{id}</c>.</summary>
    private static string? IdIn(string? location) =>
        location?.Split('?')[0].Split('/') is [.., "items", { Length: > 0 } id] ? Uri.UnescapeDataString(id) : null;
}
