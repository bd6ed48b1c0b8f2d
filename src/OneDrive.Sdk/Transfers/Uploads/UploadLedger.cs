using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Diagnostics;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// The books of one resumable upload: holds the right to work on it, finds its record, and keeps the record in step with the session. An
/// upload without a resume key has none.
/// </summary>
internal sealed class UploadLedger : IAsyncDisposable
{
    /// <summary>Longer than a fragment takes on any usable line; a killed worker of the same machine is noticed at once.</summary>
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

    /// <summary>Takes the right to work on the upload.</summary>
    /// <exception cref="OneDriveException">Somebody else is at work on it.</exception>
    internal static async Task<UploadLedger> OpenAsync(
        IUploadSessionStore store, string key, TimeProvider timeProvider, ILogger logger, CancellationToken cancellationToken)
    {
        var ledger = new UploadLedger(store, key, timeProvider, logger);
        await ledger.AcquireAsync(cancellationToken).ConfigureAwait(false);
        return ledger;
    }

    /// <summary>Takes the right to work on the upload; null when somebody else is at work on it.</summary>
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

    /// <summary>Whether a record speaks of this destination, behaviour and condition.</summary>
    internal static bool HasSameTarget(UploadSessionRecord record, UploadJob job) =>
        record.Destination == job.Destination.ToIdentity()
        && record.Conflict == job.Options.Conflict
        && record.IfMatch == job.Options.IfMatch
        && record.IfNoneMatch == job.Options.IfNoneMatch;

    /// <summary>Writes a new session down, in the place of whatever was there.</summary>
    /// <exception cref="OneDriveException">Somebody else changed the record.</exception>
    internal Task SaveAsync(UploadJob job, OpenSession session, CancellationToken cancellationToken)
    {
        _acknowledged = _sent = null;
        return WriteAsync(job, session, cancellationToken);
    }

    /// <summary>
    /// Writes down the hash of the first bytes up to the end of a fragment, before the service can have it: other content is noticed by it.
    /// The hash up to its beginning stays. A store that fails now costs a later call more bytes, and not this upload.
    /// </summary>
    /// <exception cref="OneDriveException">Somebody else changed the record.</exception>
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
    /// Writes down that the session has every byte, and their hash. A store that fails now costs a later commit its verification, no more.
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

    /// <summary>Forgets the upload: it is done, or belongs to other content.</summary>
    internal async Task RemoveAsync(CancellationToken cancellationToken)
    {
        await _store.RemoveAsync(_key, cancellationToken).ConfigureAwait(false);
        _version = 0;
    }

    /// <summary>
    /// Forgets an upload that is done. A store that fails now must not turn success into failure: the next call finds the file complete.
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

    /// <summary>Keeps the right to work on the upload while the work goes on.</summary>
    internal async ValueTask RenewAsync(CancellationToken cancellationToken)
    {
        if (_timeProvider.GetElapsedTime(_renewed) > LeaseDuration / 4)
            await AcquireAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gives the right to work on the upload back; if that fails, it passes on when its time is over.</summary>
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
            + "key.") { IsTransient = true };
}
