using OneDrive.Sdk.Transfers;

namespace OneDrive.Sdk;

/// <summary>Stores resumable uploads for the lifetime of the process.</summary>
/// <param name="timeProvider">The time provider for leases; <see cref="TimeProvider.System"/> when null.</param>
public sealed class InMemoryUploadSessionStore(TimeProvider? timeProvider = null) : IUploadSessionStore
{
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;
    private readonly object _gate = new();
    private readonly Dictionary<string, UploadSessionRecord> _records = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Owner, DateTimeOffset Expires)> _leases = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<UploadSessionRecord?> FindAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return Task.FromResult(_records.GetValueOrDefault(key));
        }
    }

    /// <inheritdoc/>
    public Task<bool> TrySaveAsync(UploadSessionRecord record, long expectedVersion, CancellationToken cancellationToken = default)
    {
        UploadSessionRules.Require(record, expectedVersion);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if ((_records.GetValueOrDefault(record.Key)?.Version ?? 0) != expectedVersion)
                return Task.FromResult(false);
            _records[record.Key] = record;
            return Task.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public Task RemoveAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            _records.Remove(key);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<UploadSessionRecord>> ListAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<UploadSessionRecord>>([.. _records.Values]);
        }
    }

    /// <inheritdoc/>
    public Task<bool> TryAcquireAsync(string key, string owner, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        UploadSessionRules.RequireLease(key, owner, duration);
        cancellationToken.ThrowIfCancellationRequested();
        var now = _timeProvider.GetUtcNow();
        lock (_gate)
        {
            if (_leases.TryGetValue(key, out var lease) && lease.Owner != owner && lease.Expires > now)
                return Task.FromResult(false);
            if (duration > TimeSpan.Zero)
                _leases[key] = (owner, now + duration);
            else
                _leases.Remove(key);
            return Task.FromResult(true);
        }
    }
}
