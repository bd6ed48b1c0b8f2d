using System.ComponentModel;
using System.Globalization;
using Hangfire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Fleet.Data;

namespace OneDrive.Sdk.Fleet.Work;

/// <summary>
/// The job of a batch. Hangfire runs a job at least once: a job that finds its batch ended, or another worker at it, does nothing.
/// </summary>
public sealed class BatchJob
{
    /// <summary>After so many workers in sequence were lost without a result, one of the files may be the reason.</summary>
    private const int LostWorkersBeforeCare = 3;

    private readonly FleetDatabase _database;
    private readonly BatchLeases _leases;
    private readonly FileTransferFactory _transfers;
    private readonly WorkerOptions _options;
    private readonly ILogger<BatchJob> _logger;

    internal BatchJob(
        FleetDatabase database,
        BatchLeases leases,
        FileTransferFactory transfers,
        WorkerOptions options,
        ILogger<BatchJob> logger)
    {
        (_database, _leases, _transfers, _options, _logger) = (database, leases, transfers, options, logger);
    }

    /// <summary>Transfers what is left of a batch.</summary>
    /// <returns>What was done, for the dashboard.</returns>
    [DisplayName("Batch {0} of copy {1}")]
    [AutomaticRetry(Attempts = 10, DelaysInSeconds = [3, 5, 10, 20, 30, 60, 120, 300, 600, 900])]
    public async Task<string> RunAsync(long batchId, int copyId, CancellationToken shutdown)
    {
        var owner = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";
        var began = _database.Time.GetTimestamp();
        if (await _leases.TryTakeAsync(batchId, owner, shutdown) is not { } fence)
        {
            // When the other worker is lost, LostBatches enqueues the batch again.
            return await _database.RunAsync(db => db.Batches.AnyAsync(one => one.Id == batchId && !one.IsEnded, shutdown), shutdown)
                ? "another worker has it"
                : "was done";
        }

        return await RunAsync(new BatchLease(batchId, owner, fence), began, shutdown);
    }

    private async Task<string> RunAsync(BatchLease lease, long taken, CancellationToken shutdown)
    {
        var (batch, files) = await _database.RunAsync(
            async db => (
                await db.Batches.AsNoTracking().Include(one => one.Copy).SingleAsync(one => one.Id == lease.BatchId, shutdown),
                await db.Files.AsNoTracking().Where(file => file.BatchId == lease.BatchId).OrderBy(file => file.Id).ToListAsync(shutdown)),
            shutdown);
        await using var ledger = new BatchLedger(_database, _leases, lease, taken, files);
        List<FileRow> waiting = [.. files.Where(file => file.State is FileState.Waiting)];
        if (lease.Fence > 1)
            _logger.TakenOver(lease.BatchId, waiting.Count, batch.LostCount);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(shutdown, ledger.Lost);
        try
        {
            var run = new BatchRun(_database, ledger, batch.Copy!, _transfers, _options.ParallelFiles);
            await run.RunAsync(waiting, mayBeThere: lease.Fence > 1, batch.LostCount >= LostWorkersBeforeCare, stop.Token);
            await ledger.FlushAsync(stop.Token);
        }
        catch (OperationCanceledException) when (ledger.Lost.IsCancellationRequested && !shutdown.IsCancellationRequested)
        {
            throw new LeaseLostException();
        }
        catch (Exception) when (!ledger.Lost.IsCancellationRequested)
        {
            await TryFlushAsync(ledger);
            throw;
        }

        var failed = waiting.Count(file => file.State is FileState.Failed);
        _logger.Ended(lease.BatchId, waiting.Count - failed, failed);
        return string.Create(CultureInfo.InvariantCulture, $"{waiting.Count - failed} files done, {failed} failed");
    }

    // What was done before a pause or a shutdown need not be looked for again.
    private async Task TryFlushAsync(BatchLedger ledger)
    {
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(3), _database.Time);
            await ledger.FlushAsync(patience.Token);
        }
        catch (Exception failure)
        {
            _logger.NotWritten(failure.GetType().Name);
        }
    }
}
