using System.Text.Json;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>Uploads small content in one request: the only way for empty files, which a session cannot carry.</summary>
internal sealed class SingleRequestUpload(GraphTransport transport)
{
    private readonly CompletedUpload _completed = new(transport);

    internal async Task<DriveItem> RunAsync(UploadJob job, CancellationToken cancellationToken)
    {
        job.Acknowledge(0);
        var item = await PutAsync(job, cancellationToken).ConfigureAwait(false);
        if (HasDetails(job.Options))
            item = await SetDetailsAsync(job, item, cancellationToken).ConfigureAwait(false);
        job.Acknowledge(job.Length);
        return item;
    }

    /// <summary>Whether there is something to store with the file that only a session can carry.</summary>
    internal static bool HasDetails(UploadOptions options) =>
        options.Description is not null
            || options.Times is { Created: not null } or { LastModified: not null } or { LastAccessed: not null };

    private async Task<DriveItem> PutAsync(UploadJob job, CancellationToken cancellationToken)
    {
        var began = transport.TimeProvider.GetUtcNow();
        for (var retries = 0; ; retries++)
        {
            var call = await CreateCallAsync(job, cancellationToken).ConfigureAwait(false);
            try
            {
                return await PatientCall.SendAsync(transport, call, cancellationToken).ConfigureAwait(false);
            }
            catch (OneDriveException exception) when (MayHaveSucceeded(exception))
            {
                if (await _completed.FindAsync(job.Sought, began, cancellationToken).ConfigureAwait(false) is { } item)
                    return item;

                // What may be repeated blindly was; a file that the service names is sent again only now that it is nowhere to be seen.
                if (call.IsIdempotent || retries >= transport.Rules.MaxOwnRetries)
                    throw;
                await Task.Delay(
                    transport.Rules.DelayBefore(retries, null), transport.TimeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static async Task<GraphCall<DriveItem>> CreateCallAsync(UploadJob job, CancellationToken cancellationToken)
    {
        var feed = await job.Source.ReadAsync(new ByteRange(0, job.Length), cancellationToken).ConfigureAwait(false);
        return UploadCalls.PutContent(job.Destination, new BufferedBody(feed, job.Options.ContentType), job.Options);
    }

    private static bool MayHaveSucceeded(OneDriveException exception) => exception
        is OneDriveConnectionException { IsTransient: true } or OneDriveConnectionException { InnerException: JsonException }
        or OneDriveApiException { FollowsUnknownOutcome: true }
        || (exception is OneDriveApiException answer && RetryRules.IsUnknownOutcome((int)answer.StatusCode, answer.RetryAfter));

    // An empty file: it gets a second version this way, but there is no other.
    private Task<DriveItem> SetDetailsAsync(UploadJob job, DriveItem item, CancellationToken cancellationToken)
    {
        var address = item is { Id: not null, ParentReference.DriveId: not null } ? item.Address : job.Destination;
        var changes = new ItemChanges { Description = job.Options.Description, Times = job.Options.Times };
        return PatientCall.SendAsync(transport, ItemCalls.Update(address, changes), cancellationToken);
    }
}
