using Microsoft.EntityFrameworkCore;
using OneDrive.Sdk.Fleet.Data;

namespace OneDrive.Sdk.Fleet.Work;

/// <summary>
/// What a worker knows of the batch whose lease it holds. Results are written once a second, together with the renewal of the lease, in a
/// transaction that an earlier holder of the lease cannot complete. Numbers are absolute, so that a transaction whose end is unknown can
/// be repeated. When the lease cannot be renewed in time, <see cref="Lost"/> stops the work.
/// </summary>
internal sealed class BatchLedger : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RenewAfter = BatchLeases.Duration / 4;

    private readonly FleetDatabase _database;
    private readonly BatchLeases _leases;
    private readonly BatchLease _lease;
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lock _gate = new();
    private readonly Dictionary<long, FileRow> _changed = [];
    private readonly Task _loop;
    private long _renewed;
    private int _done;
    private int _failed;
    private long _doneBytes;
    private int _waiting;

    internal BatchLedger(
        FleetDatabase database, BatchLeases leases, BatchLease lease, long taken, IReadOnlyList<FileRow> files)
    {
        (_database, _leases, _lease, _renewed) = (database, leases, lease, taken);
        foreach (var file in files)
            Count(file, 1);
        _loop = FlushUntilStoppedAsync();
    }

    /// <summary>Cancelled when another worker may take the batch.</summary>
    internal CancellationToken Lost => _lost.Token;

    internal bool IsEnded => Volatile.Read(ref _waiting) == 0;

    /// <summary>Notes the result of an attempt; it is written within a second.</summary>
    internal void Note(FileRow file, FileResult result, int attempts)
    {
        lock (_gate)
        {
            Count(file, -1);
            (file.State, file.Cause, file.Message) = (result.State, result.Cause, result.Message);
            file.Hash = result.Hash ?? file.Hash;
            file.Attempts = attempts;
            file.EndedMs = result.State is FileState.Waiting ? null : _database.Time.GetUtcNow().ToUnixTimeMilliseconds();
            Count(file, 1);
            _changed[file.Id] = file;
        }
    }

    /// <summary>Writes what was noted now.</summary>
    internal async Task FlushAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var (files, totals) = Take();
            try
            {
                var began = _database.Time.GetTimestamp();
                if (await _database.RunAsync(db => WriteAsync(db, files, totals, cancellationToken), cancellationToken))
                {
                    _renewed = began;
                    return;
                }
            }
            catch
            {
                PutBack(files);
                throw;
            }

            await _lost.CancelAsync();
            throw new LeaseLostException();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Gives the lease back; what is noted must be flushed before.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        if (!_lost.IsCancellationRequested)
            await TryReleaseAsync();
        _stop.Dispose();
        _lost.Dispose();
        _turn.Dispose();
    }

    private async Task TryReleaseAsync()
    {
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5), _database.Time);
            await _leases.ReleaseAsync(_lease, patience.Token);
        }
        catch (Exception)
        {
            // It ends by itself.
        }
    }

    private async Task FlushUntilStoppedAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(Interval, _database.Time, _stop.Token);
                if (_database.Time.GetElapsedTime(_renewed) is var age && age < RenewAfter && !HasChanges())
                    continue;

                // The work stops before another worker can take the batch.
                using var deadline = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
                deadline.CancelAfter(TimeSpan.FromMilliseconds(Math.Max(1, (BatchLeases.Duration - age).TotalMilliseconds - 500)));
                await FlushAsync(deadline.Token);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The batch has ended.
        }
        catch (Exception)
        {
            await _lost.CancelAsync();
        }
    }

    private async Task<bool> WriteAsync(FleetDb db, List<FileRow> files, BatchRow totals, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await BatchLeases.RenewAsync(db, _lease, cancellationToken))
            return false;
        if (files.Count > 0)
        {
            foreach (var file in files)
            {
                var entry = db.Attach(file);
                entry.Property(one => one.State).IsModified = true;
                entry.Property(one => one.Cause).IsModified = true;
                entry.Property(one => one.Message).IsModified = true;
                entry.Property(one => one.Hash).IsModified = true;
                entry.Property(one => one.Attempts).IsModified = true;
                entry.Property(one => one.EndedMs).IsModified = true;
            }

            await db.SaveChangesAsync(cancellationToken);
            await db.Batches.Where(batch => batch.Id == _lease.BatchId).ExecuteUpdateAsync(
                batch => batch
                    .SetProperty(one => one.DoneCount, totals.DoneCount)
                    .SetProperty(one => one.DoneBytes, totals.DoneBytes)
                    .SetProperty(one => one.FailedCount, totals.FailedCount)
                    .SetProperty(one => one.LostCount, 0)
                    .SetProperty(one => one.IsEnded, totals.IsEnded),
                cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private (List<FileRow> Files, BatchRow Totals) Take()
    {
        lock (_gate)
        {
            // Copies: a file may get its next result while this one is written.
            List<FileRow> files = [.. _changed.Values.Select(Copy)];
            _changed.Clear();
            return (files, new BatchRow { DoneCount = _done, DoneBytes = _doneBytes, FailedCount = _failed, IsEnded = _waiting == 0 });
        }
    }

    private void PutBack(List<FileRow> files)
    {
        lock (_gate)
        {
            foreach (var file in files)
                _changed.TryAdd(file.Id, file);
        }
    }

    private bool HasChanges()
    {
        lock (_gate)
            return _changed.Count > 0;
    }

    private void Count(FileRow file, int sign)
    {
        switch (file.State)
        {
            case FileState.Waiting:
                _waiting += sign;
                break;
            case FileState.Failed:
                _failed += sign;
                break;
            default:
                _done += sign;
                _doneBytes += sign * file.Size;
                break;
        }
    }

    private static FileRow Copy(FileRow file) => new()
    {
        Id = file.Id,
        CopyId = file.CopyId,
        BatchId = file.BatchId,
        Folder = file.Folder,
        Name = file.Name,
        IsFolder = file.IsFolder,
        Size = file.Size,
        State = file.State,
        Cause = file.Cause,
        Message = file.Message,
        Hash = file.Hash,
        Attempts = file.Attempts,
        EndedMs = file.EndedMs,
    };
}
