using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>Uploads one file: small files in one request, larger files through an upload session.</summary>
internal sealed class UploadEngine(GraphTransport transport, IUploadSessionStore sessions, ILogger logger)
{
    private readonly UploadSessionClient _client = new(transport);
    private readonly SingleRequestUpload _singleRequest = new(transport);

    /// <summary>Uploads a stream from where it stands to its end.</summary>
    internal Task<UploadResult> UploadAsync(
        ItemAddress destination, Stream content, UploadOptions options, CancellationToken cancellationToken) =>
        UploadAsync(destination, content, options, prepared: null, cancellationToken);

    private async Task<UploadResult> UploadAsync(
        ItemAddress destination, Stream content, UploadOptions options, PreparedSession? prepared, CancellationToken cancellationToken)
    {
        Require(destination, options);
        ArgumentNullException.ThrowIfNull(content);
        if (!content.CanRead)
            throw new ArgumentException("The stream is not readable.", nameof(content));

        var stamp = FileStamp.Of(content);
        var spool = await SpooledStream.TryOpenAsync(content, options, transport.Transfers, cancellationToken).ConfigureAwait(false);
        await using var ownedSpool = (spool ?? Stream.Null).ConfigureAwait(false);
        var source = await UploadSource.OpenAsync(
            spool ?? content, options.ContentLength, transport.Transfers, transport.TimeProvider, cancellationToken).ConfigureAwait(false);
        await using var ownedSource = source.ConfigureAwait(false);
        source.Stamp = stamp;
        if (source.Length == 0 && options.DeferCommit)
            throw new ArgumentException("Empty content does not use an upload session, so its commit cannot be deferred.", nameof(content));

        var job = new UploadJob(destination, source, options, transport.TimeProvider)
        {
            Prepared = prepared,
            Fingerprint = options.SourceFingerprint ?? stamp?.ToString() ?? spool?.ContentHash,
        };
        if (options.ResumeKey is not { } key)
            return await RunAsync(job, null, cancellationToken).ConfigureAwait(false);

        var ledger = await UploadLedger.OpenAsync(sessions, key, transport.TimeProvider, logger, cancellationToken).ConfigureAwait(false);
        await using (ledger.ConfigureAwait(false))
        {
            return await RunAsync(job, ledger, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Uploads a local file.</summary>
    internal Task<UploadResult> UploadFileAsync(
        ItemAddress destination, string path, UploadOptions options, CancellationToken cancellationToken) =>
        UploadFileAsync(destination, path, options, prepared: null, cancellationToken);

    /// <summary>Uploads a local file through a session that was created for it, if it still suits the file.</summary>
    internal async Task<UploadResult> UploadFileAsync(
        ItemAddress destination, string path, UploadOptions options, PreparedSession? prepared, CancellationToken cancellationToken)
    {
        Require(destination, options);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.Open,
            Access = FileAccess.Read,
            Share = FileShare.Read | FileShare.Delete,
            Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
            BufferSize = 0,
        });
        await using (file.ConfigureAwait(false))
        {
            return await UploadAsync(destination, file, options, prepared, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<UploadResult> RunAsync(UploadJob job, UploadLedger? ledger, CancellationToken cancellationToken)
    {
        var earlier = ledger is null ? null : await FindEarlierAsync(ledger, job, cancellationToken).ConfigureAwait(false);
        if (!NeedsSession(job))
        {
            var item = await _singleRequest.RunAsync(job, cancellationToken).ConfigureAwait(false);
            return await VerifyAsync(job, item, resumedFrom: null, cancellationToken).ConfigureAwait(false);
        }

        var upload = new SessionUpload(transport, _client, job, ledger, logger);
        try
        {
            if (await upload.RunAsync(earlier, cancellationToken).ConfigureAwait(false) is not { } item)
                return new UploadResult(item: null, ContentIntegrity.NotChecked, upload.ResumedFrom);
            if (ledger is not null)
                await ledger.TryRemoveAsync().ConfigureAwait(false);
            return await VerifyAsync(job, item, upload.ResumedFrom, cancellationToken).ConfigureAwait(false);
        }
        catch when (ledger is null)
        {
            await upload.EndAsync(cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Finds the session of an earlier call. A session of other content is deleted, never reused.</summary>
    private async Task<OpenSession?> FindEarlierAsync(UploadLedger ledger, UploadJob job, CancellationToken cancellationToken)
    {
        if (await ledger.FindAsync(cancellationToken).ConfigureAwait(false) is not { } record)
            return null;
        if (NeedsSession(job) && UploadLedger.HasSameContent(record, job))
        {
            return new OpenSession(record.UploadUrl, record.Created, record.Expires, isResumed: true)
            {
                IsDeferred = record.DeferCommit,
                IsForOtherTarget = !UploadLedger.HasSameTarget(record, job),
                ContentHash = record.ContentHash,
                Before = record.ExistedBefore is { } existed
                    ? new DestinationSnapshot(existed, null, record.ContentTagBefore, record.TimesBefore)
                    : null,
                SentLastByte = record.ContentHash is not null,
                Acknowledged = record.AcknowledgedHash is { } first ? new PrefixHash(record.AcknowledgedLength, first) : null,
                Sent = record.SentHash is { } second ? new PrefixHash(record.SentLength, second) : null,
            };
        }

        // In this order a process that dies in between leaves a record that leads to the session, which would block its name.
        await _client.EndAsync(record.UploadUrl, cancellationToken).ConfigureAwait(false);
        await ledger.RemoveAsync(cancellationToken).ConfigureAwait(false);
        return null;
    }

    private bool NeedsSession(UploadJob job) =>
        job.Length > 0
        && (job.Length > transport.Transfers.SingleRequestLimit
            || SingleRequestUpload.HasDetails(job.Options)
            || job.Options is { DeferCommit: true } or { Source: not null } or { Media: not null });

    private async ValueTask<UploadResult> VerifyAsync(
        UploadJob job, DriveItem item, long? resumedFrom, CancellationToken cancellationToken)
    {
        if (!transport.Transfers.VerifyContentHash)
            return new UploadResult(item, ContentIntegrity.NotChecked, resumedFrom);
        if (ContentVerification.HashOf(item) is null && job.Length > 0)
            item = await ReadWholeAsync(job, item, cancellationToken).ConfigureAwait(false);
        var hash = await job.Source.GetHashAsync(cancellationToken).ConfigureAwait(false);
        return new UploadResult(item, ContentVerification.Compare(item, job.Length, hash, "upload"), resumedFrom);
    }

    /// <summary>
    /// The last response may not contain the hash, as in the example of the documentation: then the item is read once. A response about
    /// another item, or about newer content, is ignored.
    /// </summary>
    private async Task<DriveItem> ReadWholeAsync(UploadJob job, DriveItem item, CancellationToken cancellationToken)
    {
        try
        {
            var whole = await transport.SendOnceAsync(
                ItemCalls.Get(job.AddressOf(item)), cancellationToken).ConfigureAwait(false);
            return whole.Id == item.Id && (item.CTag is null || whole.CTag == item.CTag) && whole.Size == (item.Size ?? job.Length)
                ? whole
                : item;
        }
        catch (OneDriveException exception) when (exception is not OneDriveAuthenticationException)
        {
            return item;
        }
    }


    private static void Require(ItemAddress destination, UploadOptions options)
    {
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentNullException.ThrowIfNull(options);
        UploadCalls.RequireFile(destination);
        _ = ConditionalHeaders.Of(options);
        if (!Enum.IsDefined(options.Conflict))
            throw new ArgumentException($"The value '{options.Conflict}' is not a {nameof(ConflictBehavior)}. Use "
                + $"{string.Join(", ", Enum.GetNames<ConflictBehavior>())}.", nameof(options));
        if (options.ResumeKey is { } key && string.IsNullOrWhiteSpace(key))
            throw new ArgumentException($"{nameof(UploadOptions.ResumeKey)} is empty.", nameof(options));
        if (options.Spool is { } spool && (string.IsNullOrWhiteSpace(spool.Folder) || spool.MaxBytes < 1))
            throw new ArgumentException($"{nameof(UploadOptions.Spool)} requires a folder and a limit of at least one "
                + "byte.", nameof(options));

        if (options is { DeferCommit: true, ResumeKey: null })
        {
            throw new ArgumentException(
                $"{nameof(UploadOptions.DeferCommit)} requires a {nameof(UploadOptions.ResumeKey)}, which identifies the upload to commit.",
                nameof(options));
        }

        if (options.ContentType is { } type && !MediaTypeHeaderValue.TryParse(type, out _))
            throw new ArgumentException($"'{type}' is not a media type. Use a value such as text/plain.", nameof(options));
        if (options.ContentLength < 0)
            throw new ArgumentException($"{nameof(UploadOptions.ContentLength)} is negative.", nameof(options));
    }
}
