using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.Transfers;

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
        var copy = (status.ResourceId ?? IdIn(status.ResourceLocation)) is { Length: > 0 } id
            ? Join(await getDestination(cancellationToken).ConfigureAwait(false), id)
            : newParent ?? throw Unfindable(cause: null);

        // A copy that was made a moment ago may not be known everywhere yet.
        return await PatientCall.SendAsync(transport, ItemCalls.Get(copy), cancellationToken).ConfigureAwait(false);
    }

    private static ItemAddress Join(DriveAddress drive, string id)
    {
        try
        {
            return drive.Item(id);
        }
        catch (ArgumentException exception)
        {
            throw Unfindable(exception);
        }
    }

    private static OneDriveConnectionException Unfindable(Exception? cause) =>
        new("The copy is complete, but the service did not return the new item. Find it at the destination.", cause)
        {
            IsTransient = false,
        };

    /// <summary>The id at the end of an address such as <c>https://…/drives/{id}/items/{id}</c> or <c>…/items('{id}')</c>.</summary>
    private static string? IdIn(string? location)
    {
        const string Function = "items('";
        return location?.Split('?')[0].Split('/') switch
        {
            [.., "items", { Length: > 0 } id] => Uri.UnescapeDataString(id),
            [.., var last] when Uri.UnescapeDataString(last) is var text
                && text.StartsWith(Function, StringComparison.OrdinalIgnoreCase) && text.EndsWith("')", StringComparison.Ordinal) =>
                text[Function.Length..^2],
            _ => null,
        };
    }
}
