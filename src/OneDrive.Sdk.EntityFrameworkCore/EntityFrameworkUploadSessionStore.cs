using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.EntityFramework;

namespace OneDrive.Sdk;

/// <summary>
/// Keeps uploads resumable in a database that many processes and machines share, sealed with AES-256-GCM before they reach it. Records are
/// replaced by compare-and-swap; the right to work on an upload ends by the database's clock, at the latest 20 seconds after its process
/// was killed. A row that cannot be opened counts as absent.
/// </summary>
public sealed class EntityFrameworkUploadSessionStore : IUploadSessionStore
{
    private readonly SealedTable<UploadRow> _rows;
    private readonly ProlongedLeases _leases;
    private readonly StoreSeal _seal;
    private readonly string _scope;

    /// <summary>Uses a database.</summary>
    /// <param name="database">The database.</param>
    /// <param name="keys">The keys that seal; the same on every machine.</param>
    /// <param name="scope">Keeps the records of several registrations apart, up to 100 characters.</param>
    public EntityFrameworkUploadSessionStore(EntityFrameworkDatabase database, TokenEncryptionKeys keys, string scope = "")
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(scope);
        _rows = new SealedTable<UploadRow>(database, scope);
        _leases = new ProlongedLeases(new LeaseTable(database, scope), database.TimeProvider);
        _seal = new StoreSeal(keys);
        _scope = scope;
    }

    /// <inheritdoc/>
    public async Task<UploadSessionRecord?> FindAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return await _rows.FindAsync(RowName.Of(key), cancellationToken).ConfigureAwait(false) is { } row ? Open(row) : null;
    }

    /// <inheritdoc/>
    public async Task<bool> TrySaveAsync(UploadSessionRecord record, long expectedVersion, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentException.ThrowIfNullOrEmpty(record.Key, nameof(record));
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        if (record.Version <= expectedVersion)
            throw new ArgumentException("The version of the record must be higher than the expected one.", nameof(record));

        var id = RowName.Of(record.Key);
        var content = _seal.Seal(record, NameOf(id));
        if (await _rows.TrySaveAsync(id, record.Version, content, expectedVersion, cancellationToken).ConfigureAwait(false))
            return true;

        // A row that cannot be opened counts as absent, and is replaced.
        return expectedVersion == 0
            && await _rows.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } row
            && Open(row) is null
            && await _rows.TrySaveAsync(id, record.Version, content, row.Version, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task RemoveAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return _rows.RemoveAsync(RowName.Of(key), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<UploadSessionRecord>> ListAsync(CancellationToken cancellationToken = default) =>
        [.. (await _rows.ListAsync(cancellationToken).ConfigureAwait(false)).Select(Open).OfType<UploadSessionRecord>()];

    /// <inheritdoc/>
    public Task<bool> TryAcquireAsync(string key, string owner, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentException.ThrowIfNullOrEmpty(owner);
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        var id = "upload-" + RowName.Of(key);
        return duration > TimeSpan.Zero
            ? _leases.TryAcquireAsync(id, owner, duration, cancellationToken)
            : _leases.ReleaseAsync(id, owner, cancellationToken);
    }

    private UploadSessionRecord? Open(UploadRow row) =>
        _seal.OpenListedUpload(NameOf(row.Id), row.Content) is { } record
        && RowName.Of(record.Key) == row.Id
        && record.Version == row.Version ? record : null;

    private string NameOf(string id) => $"{_scope}/{id}";
}
