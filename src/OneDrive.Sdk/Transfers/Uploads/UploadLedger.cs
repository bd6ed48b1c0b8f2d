using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Diagnostics;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// The checkpoint of a resumable upload: holds the lease, finds the record, and keeps the record in step with the session. An upload
/// without a resume key does not have one.
/// </summary>
internal sealed class UploadLedger : IAsyncDisposable
{
    /// <summary>
    /// Longer than a fragment takes on any usable connection; a terminated worker of the same machine is detected immediately.
    /// </summary>
    private static readonly TimeSpan LeaseDuration = TimeSpan.FromMinutes(10);

    private readonly IUploadSessionStore _store;
    private readonly string _key;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly string _owner = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";
    private long _renewed;
    private long _version;
    private bool _hasNoLeases;
    private PrefixHash? _acknowledged;
    private PrefixHash? _sent;

    private UploadLedger(IUploadSessionStore store, string key, TimeProvider timeProvider, ILogger logger)
    {
        _store = store;
        _logger = logger;
        _key = key;
        _timeProvider = timeProvider;
    }

    /// <summary>Acquires the lease of the upload.</summary>
    /// <exception cref="OneDriveException">Another worker holds the lease.</exception>
    internal static async Task<UploadLedger> OpenAsync(
        IUploadSessionStore store, string key, TimeProvider timeProvider, ILogger logger, CancellationToken cancellationToken)
    {
        var ledger = new UploadLedger(store, key, timeProvider, logger);
        await ledger.AcquireAsync(cancellationToken).ConfigureAwait(false);
        return ledger;
    }

    /// <summary>Acquires the lease of the upload; null if another worker holds it.</summary>
    internal static async Task<UploadLedger?> TryOpenAsync(
        IUploadSessionStore store, string key, TimeProvider timeProvider, ILogger logger, CancellationToken cancellationToken)
    {
        var ledger = new UploadLedger(store, key, timeProvider, logger);
        return await ledger.TryAcquireAsync(cancellationToken).ConfigureAwait(false) ? ledger : null;
    }

    /// <summary>Finds the record, whatever upload it belongs to.</summary>
    internal async Task<UploadSessionRecord?> FindAsync(CancellationToken cancellationToken)
    {
        var record = await _store.FindAsync(_key, cancellationToken).ConfigureAwait(false);
        _version = record?.Version ?? 0;
        _acknowledged = record?.AcknowledgedHash is { } first ? new PrefixHash(record.AcknowledgedLength, first) : null;
        _sent = record?.SentHash is { } second ? new PrefixHash(record.SentLength, second) : null;
        return record;
    }

    /// <summary>Whether a record speaks of this content.</summary>
    internal static bool HasSameContent(UploadSessionRecord record, UploadJob job) =>
        record.Length == job.Length && record.SourceFingerprint == job.Fingerprint;

    /// <summary>Whether a record matches this destination, conflict behavior and condition.</summary>
    internal static bool HasSameTarget(UploadSessionRecord record, UploadJob job) =>
        record.Destination == job.Destination.ToIdentity()
        && record.Conflict == job.Options.Conflict
        && record.IfMatch == job.Options.IfMatch
        && record.IfNoneMatch == job.Options.IfNoneMatch;

    /// <summary>Saves a new session, replacing any existing record.</summary>
    /// <exception cref="OneDriveException">Another worker changed the record.</exception>
    internal Task SaveAsync(UploadJob job, OpenSession session, CancellationToken cancellationToken)
    {
        _acknowledged = _sent = null;
        return WriteAsync(job, session, cancellationToken);
    }

    /// <summary>
    /// Saves the hash of the bytes up to the end of a fragment before it is sent, which detects other content later. The hash up to its
    /// beginning is kept. If the store fails, a later call must send more bytes; this upload is not affected.
    /// </summary>
    /// <exception cref="OneDriveException">Another worker changed the record.</exception>
    internal async ValueTask SaveProgressAsync(
        UploadJob job, OpenSession session, PrefixHash sent, CancellationToken cancellationToken)
    {
        (_acknowledged, _sent) = (_sent, sent);
        try
        {
            await WriteAsync(job, session, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (OneDriveException or OperationCanceledException))
        {
            Log.UploadStoreFailed(_logger, exception.GetType().Name);
        }
    }

    private async Task WriteAsync(UploadJob job, OpenSession session, CancellationToken cancellationToken)
    {
        var record = new UploadSessionRecord
        {
            Key = _key,
            Version = _version + 1,
            Destination = job.Destination.ToIdentity(),
            ItemName = job.Destination.Name,
            Conflict = job.Options.Conflict,
            Length = job.Length,
            SourceFingerprint = job.Fingerprint,
            UploadUrl = session.Url,
            Created = session.Created,
            Expires = session.Expires,
            DeferCommit = session.IsDeferred,
            ContentHash = session.ContentHash,
            IfMatch = job.Options.IfMatch,
            IfNoneMatch = job.Options.IfNoneMatch,
            Times = job.Options.Times,
            Description = job.Options.Description,
            ExistedBefore = session.Before?.Existed,
            ContentTagBefore = session.Before?.CTag,
            TimesBefore = session.Before?.Times,
            AcknowledgedLength = _acknowledged?.Length ?? 0,
            AcknowledgedHash = _acknowledged?.Hash,
            SentLength = _sent?.Length ?? 0,
            SentHash = _sent?.Hash,
        };
        if (!await _store.TrySaveAsync(record, _version, cancellationToken).ConfigureAwait(false))
            throw TakenByOther();
        _version = record.Version;
    }

    /// <summary>
    /// Saves that the session has received all bytes, and their hash. If the store fails, a later commit cannot verify the content.
    /// </summary>
    internal async Task TrySaveCompleteAsync(UploadJob job, OpenSession session, string hash)
    {
        try
        {
            await SaveAsync(job, session.WithContentHash(hash), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Log.UploadStoreFailed(_logger, exception.GetType().Name);
        }
    }

    /// <summary>Removes the record: the upload is complete, or belongs to other content.</summary>
    internal async Task RemoveAsync(CancellationToken cancellationToken)
    {
        await _store.RemoveAsync(_key, cancellationToken).ConfigureAwait(false);
        _version = 0;
    }

    /// <summary>
    /// Removes the record of a completed upload. A failure of the store is ignored: the next call finds the completed file.
    /// </summary>
    internal async Task TryRemoveAsync()
    {
        try
        {
            await RemoveAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Log.UploadStoreFailed(_logger, exception.GetType().Name);
        }
    }

    /// <summary>Renews the lease while the upload runs.</summary>
    internal async ValueTask RenewAsync(CancellationToken cancellationToken)
    {
        if (_timeProvider.GetElapsedTime(_renewed) > LeaseDuration / 4)
            await AcquireAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Releases the lease; if that fails, it expires.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_hasNoLeases)
            return;

        try
        {
            await _store.TryAcquireAsync(_key, _owner, TimeSpan.Zero, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Log.UploadStoreFailed(_logger, exception.GetType().Name);
        }
    }

    private async Task AcquireAsync(CancellationToken cancellationToken)
    {
        if (!await TryAcquireAsync(cancellationToken).ConfigureAwait(false))
            throw TakenByOther();
    }

    private async Task<bool> TryAcquireAsync(CancellationToken cancellationToken)
    {
        if (_hasNoLeases)
            return true;

        try
        {
            var asked = _timeProvider.GetTimestamp();
            if (!await _store.TryAcquireAsync(_key, _owner, LeaseDuration, cancellationToken).ConfigureAwait(false))
                return false;
            _renewed = asked;
        }
        catch (NotSupportedException)
        {
            // Two workers may now meet in one session. The service keeps its bytes in order, and the hash is compared at the end.
            _hasNoLeases = true;
        }

        return true;
    }

    private OneDriveException TakenByOther() =>
        new($"Another worker holds the lease of the upload '{_key}'. Wait until it finishes, or use another resume "
            + "key.")
        { IsTransient = true };
}
