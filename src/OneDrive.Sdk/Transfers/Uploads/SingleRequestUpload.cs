using System.Text.Json;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Errors;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>Uploads small content in one request, which is the only way for empty files.</summary>
internal sealed class SingleRequestUpload(GraphTransport transport)
{
    private readonly CompletedUpload _completed = new(transport);
    private readonly SpuriousRefusalRetry _steady = new(transport);

    internal async Task<DriveItem> RunAsync(UploadJob job, CancellationToken cancellationToken)
    {
        job.Acknowledge(0);
        var item = await PutAsync(job, cancellationToken).ConfigureAwait(false);
        if (HasDetails(job.Options))
            item = await SetDetailsAsync(job, item, cancellationToken).ConfigureAwait(false);
        job.Acknowledge(job.Length);
        return item;
    }

    /// <summary>Whether metadata must be stored that requires an upload session.</summary>
    internal static bool HasDetails(UploadOptions options) =>
        options.Description is not null
            || options.Times is { Created: not null } or { LastModified: not null } or { LastAccessed: not null };

    private async Task<DriveItem> PutAsync(UploadJob job, CancellationToken cancellationToken)
    {
        var began = transport.TimeProvider.GetTimestamp();
        for (var retries = 0; ; retries++)
        {
            var call = await CreateCallAsync(job, cancellationToken).ConfigureAwait(false);
            try
            {
                return await _steady.SendAsync(call, job.Destination, job.Options.Conflict, cancellationToken).ConfigureAwait(false);
            }
            catch (OneDriveException exception) when (MayHaveSucceeded(exception))
            {
                if (await FindOrReplacePieceAsync(job, began, exception, cancellationToken).ConfigureAwait(false) is { } item)
                    return item;

                // What may be repeated blindly was; a file that the service names is sent again only now that it is nowhere to be seen.
                if (call.IsIdempotent || retries >= transport.Rules.MaxOwnRetries)
                    throw;
                await Task.Delay(
                    transport.Rules.DelayBefore(retries, null), transport.TimeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<DriveItem?> FindOrReplacePieceAsync(
        UploadJob job, long began, OneDriveException failure, CancellationToken cancellationToken)
    {
        var sought = job.Sought(before: null) with { Since = () => UploadEnding.SinceOf(transport, began), SentLastByte = true };
        List<DriveItem> others = [];
        if (await _completed.FindAsync(sought, LookupDelays.Short, others, cancellationToken).ConfigureAwait(false) is { } item)
            return item;
        foreach (var other in others)
        {
            if (await IsPieceAsync(other, job, sought, cancellationToken).ConfigureAwait(false))
                return await ReplaceAsync(other, job, cancellationToken).ConfigureAwait(false);
        }

        if (job.Options.Conflict is ConflictBehavior.Fail
            && failure is ItemConflictException conflict
            && others is [{ Folder: null } there, ..])
            throw ErrorReader.OtherFile(conflict, there.Size);
        return null;
    }

    /// <summary>
    /// Whether the service created a file of the first bytes before the connection broke: it has the hash of that many of the sent bytes,
    /// and was created after the request was sent. With Rename an older file with the same beginning may exist and must be kept.
    /// <see href="https://github.com/OneDrive/onedrive-api-docs/issues/1366"/>.
    /// </summary>
    private static async Task<bool> IsPieceAsync(DriveItem item, UploadJob job, SoughtUpload sought, CancellationToken cancellationToken) =>
        sought.Conflict is not ConflictBehavior.Rename
        && item is { Folder: null, Size: { } size, ETag: not null }
        && size < job.Length
        && ContentVerification.HashOf(item) is { } hash
        && item.CreatedDateTime >= sought.Since()
        && await job.Source.GetHashOfFirstAsync((int)size, cancellationToken).ConfigureAwait(false) == hash;

    // The condition prevents that a concurrently created file is replaced.
    private async Task<DriveItem> ReplaceAsync(DriveItem piece, UploadJob job, CancellationToken cancellationToken)
    {
        var feed = await job.Source.ReadAsync(new ByteRange(0, job.Length), cancellationToken).ConfigureAwait(false);
        var place = job.AddressOf(piece);
        var options = new UploadOptions { Conflict = ConflictBehavior.Replace, IfMatch = piece.ETag };
        var call = UploadCalls.PutContent(place, new BufferedBody(feed, job.Options.ContentType), options);
        return await _steady.SendAsync(call, place, options.Conflict, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<GraphCall<DriveItem>> CreateCallAsync(UploadJob job, CancellationToken cancellationToken)
    {
        var feed = await job.Source.ReadAsync(new ByteRange(0, job.Length), cancellationToken).ConfigureAwait(false);
        return UploadCalls.PutContent(job.Destination, new BufferedBody(feed, job.Options.ContentType), job.Options);
    }

    private static bool MayHaveSucceeded(OneDriveException exception) => exception
        is OneDriveConnectionException { IsTransient: true } or OneDriveConnectionException { InnerException: JsonException }
        or OneDriveApiException { FollowsUnknownOutcome: true }
        || (exception is OneDriveApiException answer && ResponseClassifier.IsUnknownOutcome(answer));

    // An empty file: it gets a second version this way, but there is no other.
    private Task<DriveItem> SetDetailsAsync(UploadJob job, DriveItem item, CancellationToken cancellationToken)
    {
        var address = item is { Id: not null, ParentReference.DriveId: not null } ? item.Address : job.Destination;
        var changes = new ItemChanges { Description = job.Options.Description, Times = job.Options.Times };
        return PatientCall.SendAsync(transport, ItemCalls.Update(address, changes), cancellationToken);
    }
}
