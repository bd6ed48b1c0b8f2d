using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using OneDrive.Sdk.Fleet.Data;

namespace OneDrive.Sdk.Fleet.Work;

/// <summary>
/// Transfers the files of a batch whose lease is held. A failed file does not stop the others: it is tried again after them, up to
/// <see cref="MaximumAttempts"/> times. What would meet every file (sign-in, database, throttling for minutes) ends the run instead, and
/// the job is repeated later.
/// </summary>
internal sealed class BatchRun(FleetDatabase database, BatchLedger ledger, CopyRow copy, FileTransferFactory transfers, int parallelFiles)
{
    internal const int MaximumAttempts = 5;

    /// <summary>After so many connection failures in sequence the service counts as not reachable.</summary>
    private const int MaximumFailuresInSequence = 8;

    private const int LongestMessage = 500;

    private int _inSequence;

    /// <summary>Transfers the files that are not done.</summary>
    /// <param name="files">The files that wait.</param>
    /// <param name="mayBeThere">Whether an earlier worker may have sent some of them.</param>
    /// <param name="isCareful">
    /// Whether to send one file after the other, and to count each attempt before it begins: this finds a file that ends its process.
    /// </param>
    /// <param name="cancellationToken">Ends the run.</param>
    internal async Task RunAsync(
        IReadOnlyList<FileRow> files, bool mayBeThere, bool isCareful, CancellationToken cancellationToken)
    {
        var transfer = transfers.Create(copy);
        var round = files;
        for (var number = 0; round.Count > 0; number++)
        {
            if (number > 0)
                await Task.Delay(TimeSpan.FromSeconds(3 * number), database.Time, cancellationToken);
            var options = new ParallelOptions
            {
                MaxDegreeOfParallelism = isCareful ? 1 : parallelFiles,
                CancellationToken = cancellationToken,
            };
            var again = Channel.CreateUnbounded<FileRow>();
            await Parallel.ForEachAsync(round, options, async (file, token) =>
            {
                if (!await TransferAsync(transfer, file, mayBeThere, isCareful, token))
                    await again.Writer.WriteAsync(file, token);
            });
            again.Writer.Complete();
            round = await again.Reader.ReadAllAsync(cancellationToken).ToListAsync(cancellationToken);
        }
    }

    private async Task<bool> TransferAsync(
        FileTransfer transfer, FileRow file, bool mayBeThere, bool isCareful, CancellationToken cancellationToken)
    {
        var attempts = file.Attempts + 1;
        try
        {
            if (isCareful)
                await AnnounceAsync(file, attempts, cancellationToken);
            var result = await transfer.RunAsync(file, mayBeThere || attempts > 1, cancellationToken);
            ledger.Note(file, result, attempts);
            Volatile.Write(ref _inSequence, 0);
            return true;
        }
        catch (PoisonedFileException poisoned)
        {
            ledger.Note(file, new FileResult(FileState.Failed, Cause: "ends its worker", Message: poisoned.Message), file.Attempts);
            return true;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            var cause = FailureCause.Of(failure);
            if (cause.AffectsAll || (cause.Name == "connection" && Interlocked.Increment(ref _inSequence) >= MaximumFailuresInSequence))
                throw new BatchPausedException(cause.Name, failure);
            var isFinal = !cause.IsTransient || attempts >= MaximumAttempts;
            var message = failure.Message.Length > LongestMessage ? failure.Message[..LongestMessage] : failure.Message;
            ledger.Note(file, new FileResult(isFinal ? FileState.Failed : FileState.Waiting, null, cause.Name, message), attempts);
            return isFinal;
        }
    }

    /// <exception cref="PoisonedFileException">The file was announced too often, and never ended.</exception>
    private async Task AnnounceAsync(FileRow file, int attempts, CancellationToken cancellationToken)
    {
        if (attempts > MaximumAttempts)
            throw new PoisonedFileException(attempts - 1);
        ledger.Note(file, new FileResult(FileState.Waiting, null, file.Cause, file.Message), attempts);
        await ledger.FlushAsync(cancellationToken);
    }
}
