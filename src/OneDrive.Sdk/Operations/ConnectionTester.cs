using System.Net;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Operations;

/// <summary>Reads, writes and deletes a file, and reports failures. The file is deleted in any case.</summary>
internal sealed class ConnectionTester(GraphTransport transport)
{
    private static readonly UploadOptions NewFile = new() { Conflict = ConflictBehavior.Fail };

    internal async Task<ConnectionReport> RunAsync(
        DriveAddress address, TestConnectionOptions options, CancellationToken cancellationToken)
    {
        var folder = address.Path(options.FolderPath);
        Drive? drive = null;
        var read = await TryAsync(async () =>
        {
            drive = await transport.SendAsync(DriveCalls.Get(address, options: null), cancellationToken).ConfigureAwait(false);
            await transport.SendAsync(
                ItemCalls.ListChildren(folder, new ListChildrenOptions { PageSize = 1 }), cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);
        if (!read.Succeeded || !options.TestWriting)
        {
            return new ConnectionReport(drive, read, ConnectionProbe.NotMade, ConnectionProbe.NotMade);
        }

        var file = folder.Child($"connection-test-{Guid.NewGuid():N}.txt");
        var write = ConnectionProbe.NotMade;
        var delete = ConnectionProbe.NotMade;
        try
        {
            write = await TryAsync(async () => await transport.SendAsync(
                UploadCalls.PutContent(file, new TextCallBody("Connection test of the SDK. This file can be deleted."), NewFile),
                cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        }
        finally
        {
            // A write that failed may have been carried out, and a test that is cancelled leaves nothing behind either.
            delete = await TryAsync(
                () => DeleteAsync(file, drive, isThere: write.Succeeded, CancellationToken.None)).ConfigureAwait(false);
        }

        return new ConnectionReport(drive, read, write, write.Succeeded ? delete : ConnectionProbe.NotMade);
    }

    /// <summary>Past the recycle bin where that is possible.</summary>
    private async Task DeleteAsync(ItemAddress file, Drive? drive, bool isThere, CancellationToken cancellationToken)
    {
        try
        {
            if (transport.Dialect.DeletesPermanently
                && drive?.DriveType != DriveKind.Personal
                && await TryDestroyAsync(file, cancellationToken).ConfigureAwait(false))
            {
                return;
            }

            await transport.SendAsync(ItemCalls.Delete(file), cancellationToken).ConfigureAwait(false);
        }
        catch (ItemNotFoundException) when (!isThere)
        {
            // Nothing was written, as the failure said.
        }
    }

    private async Task<bool> TryDestroyAsync(ItemAddress file, CancellationToken cancellationToken)
    {
        try
        {
            await transport.SendAsync(
                ItemCalls.Delete(file, new DeleteItemOptions { Permanently = true }), cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (OneDriveApiException exception) when (exception.StatusCode is not HttpStatusCode.NotFound && !exception.IsTransient)
        {
            return false;
        }
    }

    private static async Task<ConnectionProbe> TryAsync(Func<Task> step)
    {
        try
        {
            await step().ConfigureAwait(false);
            return new ConnectionProbe(wasMade: true, error: null);
        }
        catch (OneDriveException exception)
        {
            return new ConnectionProbe(wasMade: true, exception);
        }
    }
}
