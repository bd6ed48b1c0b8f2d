using System.Text.Json;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Errors;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Operations;

/// <summary>
/// Gets a folder, or creates it below its nearest existing ancestor. Creation fails if the name exists, so of concurrent callers one
/// creates the folder and the others get it. A lost response is resolved by reading.
/// </summary>
internal sealed class FolderEnsurer(GraphTransport transport)
{
    /// <summary>Gets or creates a folder; returns whether it was created.</summary>
    internal async Task<(DriveItem Folder, bool IsNew)> EnsureAsync(ItemAddress folder, CancellationToken cancellationToken)
    {
        var missing = new Stack<ItemAddress>();
        var address = folder;
        DriveItem? found;
        while ((found = await FindAsync(address, cancellationToken).ConfigureAwait(false)) is null)
        {
            missing.Push(address);
            address = address.Parent ?? throw ErrorReader.NotFound($"{folder}: the item at {address}, where the path starts, does not "
                + "exist.");
        }

        RequireFolder(found, address);
        var isNew = false;
        while (missing.TryPop(out var next))
        {
            (found, isNew) = await EnsureChildAsync(next, cancellationToken).ConfigureAwait(false);
        }

        return (found, isNew);
    }

    /// <summary>Creates a folder whose parent exists, or gets the existing one; returns whether it was created.</summary>
    internal async Task<(DriveItem Folder, bool IsNew)> EnsureChildAsync(ItemAddress folder, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var created = await transport.SendAsync(
                    ItemCalls.CreateFolder(folder.Parent!, folder.Name!), cancellationToken).ConfigureAwait(false);

                // The service sometimes returns 200 with an empty body although the folder was created.
                return (created.Id is not null ? created : await GetAsync(folder, cancellationToken).ConfigureAwait(false), true);
            }
            catch (OneDriveException exception)
                when (exception is ItemConflictException || exception.IsTransient || IsUnreadable(exception))
            {
                if (await FindAsync(folder, cancellationToken).ConfigureAwait(false) is { } existing)
                {
                    RequireFolder(existing, folder);
                    return (existing, false);
                }

                if (!IsUnknownOutcome(exception) || attempt >= transport.Rules.Settings.MaxRetryAttempts)
                {
                    throw;
                }
            }

            // Now the outcome is known: nothing was done, and another attempt is safe.
            await Task.Delay(
                transport.Rules.DelayBefore(attempt, retryAfter: null), transport.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool IsUnknownOutcome(OneDriveException exception) => exception is OneDriveApiException answer
        ? ResponseClassifier.IsUnknownOutcome(answer)
        : exception.IsTransient || IsUnreadable(exception);

    private static bool IsUnreadable(OneDriveException exception) => exception.InnerException is JsonException;

    private Task<DriveItem> GetAsync(ItemAddress folder, CancellationToken cancellationToken) =>
        transport.SendAsync(ItemCalls.Get(folder), cancellationToken);

    private async Task<DriveItem?> FindAsync(ItemAddress folder, CancellationToken cancellationToken)
    {
        try
        {
            return await GetAsync(folder, cancellationToken).ConfigureAwait(false);
        }
        catch (ItemNotFoundException)
        {
            return null;
        }
    }

    private static void RequireFolder(DriveItem item, ItemAddress address)
    {
        if (item.Folder is null && item.RemoteItem?.Folder is null && item.Root is null)
        {
            throw ErrorReader.Conflict($"{address}: a file with the name of the folder already exists.");
        }
    }
}
