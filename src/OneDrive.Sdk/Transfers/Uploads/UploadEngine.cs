using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>Uploads one file: in one request when it is small, through an upload session when it is not.</summary>
internal sealed class UploadEngine(GraphTransport transport, IUploadSessionStore sessions, ILogger logger)
{
    private readonly UploadSessionClient _client = new(transport);
    private readonly SingleRequestUpload _singleRequest = new(transport);

    /// <summary>Uploads a stream from where it stands to its end.</summary>
    internal async Task<UploadResult> UploadAsync(
        ItemAddress destination, Stream content, UploadOptions options, CancellationToken cancellationToken)
    {
        Require(destination, options);
        ArgumentNullException.ThrowIfNull(content);
        if (!content.CanRead)
            throw new ArgumentException("The stream cannot be read.", nameof(content));

        var stamp = FileStamp.Of(content);
        var spool = await SpooledStream.TryOpenAsync(content, options, transport.Transfers, cancellationToken).ConfigureAwait(false);
        await using var ownedSpool = (spool ?? Stream.Null).ConfigureAwait(false);
        var source = await UploadSource.OpenAsync(
            spool ?? content, options.ContentLength, transport.Transfers, transport.TimeProvider, cancellationToken).ConfigureAwait(false);
        await using var ownedSource = source.ConfigureAwait(false);
        source.Stamp = stamp;
        if (source.Length == 0 && options.DeferCommit)
            throw new ArgumentException("Empty content has no session whose commit could be deferred.", nameof(content));

        var job = new UploadJob(destination, source, options, transport.TimeProvider)
        {
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

    /// <summary>Uploads a file of this machine.</summary>
    internal async Task<UploadResult> UploadFileAsync(
        ItemAddress destination, string path, UploadOptions options, CancellationToken cancellationToken)
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
            return await UploadAsync(destination, file, options, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<UploadResult> RunAsync(UploadJob job, UploadLedger? ledger, CancellationToken cancellationToken)
    {
        var earlier = ledger is null ? null : await FindEarlierAsync(ledger, job, cancellationToken).ConfigureAwait(false);
        if (!NeedsSession(job))
        {
            var item = await _singleRequest.RunAsync(job, cancellationToken).ConfigureAwait(false);
            return new UploadResult(item, await VerifyAsync(job, item, cancellationToken).ConfigureAwait(false), resumedFrom: null);
        }

        var upload = new SessionUpload(transport, _client, job, ledger, logger);
        try
        {
            if (await upload.RunAsync(earlier, cancellationToken).ConfigureAwait(false) is not { } item)
                return new UploadResult(item: null, ContentIntegrity.NotChecked, upload.ResumedFrom);
            if (ledger is not null)
                await ledger.TryRemoveAsync().ConfigureAwait(false);
            return new UploadResult(item, await VerifyAsync(job, item, cancellationToken).ConfigureAwait(false), upload.ResumedFrom);
        }
        catch when (ledger is null)
        {
            if (upload.SessionUrl is { } url)
                await _client.TryCancelAsync(url).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Finds the session of an earlier call. One that belongs to other content is ended, never reused.</summary>
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
            };
        }

        await ledger.RemoveAsync(cancellationToken).ConfigureAwait(false);
        await _client.TryCancelAsync(record.UploadUrl).ConfigureAwait(false);
        return null;
    }

    private bool NeedsSession(UploadJob job) =>
        job.Length > 0
        && (job.Length > transport.Transfers.SingleRequestLimit
            || SingleRequestUpload.HasDetails(job.Options)
            || job.Options is { DeferCommit: true } or { Source: not null } or { Media: not null });

    private async ValueTask<ContentIntegrity> VerifyAsync(UploadJob job, DriveItem item, CancellationToken cancellationToken) =>
        transport.Transfers.VerifyContentHash
            ? ContentVerification.Compare(
                item, job.Length, await job.Source.GetHashAsync(cancellationToken).ConfigureAwait(false), "upload")
            : ContentIntegrity.NotChecked;

    private static void Require(ItemAddress destination, UploadOptions options)
    {
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentNullException.ThrowIfNull(options);
        UploadCalls.RequireFile(destination);
        _ = ConditionalHeaders.Of(options);
        if (!Enum.IsDefined(options.Conflict))
            throw new ArgumentException($"{options.Conflict} is no {nameof(ConflictBehavior)}.", nameof(options));
        if (options.ResumeKey is { } key && string.IsNullOrWhiteSpace(key))
            throw new ArgumentException($"{nameof(UploadOptions.ResumeKey)} is empty.", nameof(options));
        if (options.Spool is { } spool && (string.IsNullOrWhiteSpace(spool.Folder) || spool.MaxBytes < 1))
            throw new ArgumentException($"{nameof(UploadOptions.Spool)} needs a folder and room for one byte at least.", nameof(options));

        if (options is { DeferCommit: true, ResumeKey: null })
        {
            throw new ArgumentException(
                $"{nameof(UploadOptions.DeferCommit)} needs a {nameof(UploadOptions.ResumeKey)}, by which the upload is committed.",
                nameof(options));
        }

        if (options.ContentType is { } type && !MediaTypeHeaderValue.TryParse(type, out _))
            throw new ArgumentException($"'{type}' is no media type.", nameof(options));
        if (options.ContentLength < 0)
            throw new ArgumentException($"{nameof(UploadOptions.ContentLength)} is negative.", nameof(options));
    }
}
