using System.Buffers;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// Downloads a large file in parallel ranges. If the service does not support ranges, or the file changes, the content without gaps is left
/// to <see cref="ResumingDownload"/>, which continues with one connection.
/// </summary>
internal sealed class RangedDownload(
    GraphTransport transport, ItemAddress source, FileSink sink, bool skipsHash, ProgressMeter progress, ILogger logger)
{
    private const int BufferSize = 128 * 1024;

    private readonly object _gate = new();
    private long _received;
    private bool _hasEnded;
    private ExceptionDispatchInfo? _error;

    /// <summary>Whether the file is long enough, and versions of it can be told apart.</summary>
    internal bool Suits(DriveItem item) =>
        transport.Transfers.ParallelRanges > 1
        && item.Size - sink.Position >= transport.Transfers.ParallelThreshold
        && sink.TakesRanges
        && DownloadVersion.Of(item, null, null) is not null;

    /// <summary>Fetches as much as can be fetched in ranges.</summary>
    internal async Task RunAsync(DriveItem item, CancellationToken cancellationToken)
    {
        var lanes = transport.Transfers.ParallelRanges;
        _received = sink.Position;

        // Each answer states the described size, so nothing will compare the hash.
        if (skipsHash)
            sink.SkipHash();
        var version = new RangedVersion(item, sink);
        using var queue = new RangeQueue(sink.Position, item.Size!.Value, transport.Transfers.RangeSize, window: 2 * lanes);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var client = new DownloadClient(transport);

        // One connection finds out whether ranges are served, and of which version; then the others join it.
        List<Task> work = [RunLaneAsync(client, queue, version, item, ended)];
        await Task.WhenAny(work[0], version.Known).ConfigureAwait(false);
        while (version.Known.IsCompleted && work.Count < lanes)
            work.Add(RunLaneAsync(client.Fork(), queue, version, item, ended));
        await Task.WhenAll(work).ConfigureAwait(false);

        sink.DropBeyondGap();
        cancellationToken.ThrowIfCancellationRequested();
        _error?.Throw();
    }

    private async Task RunLaneAsync(
        DownloadClient client, RangeQueue queue, RangedVersion version, DriveItem item, CancellationTokenSource ended)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var lane = new RangeLane(transport, source, client, sink, buffer.AsMemory(0, BufferSize), logger);
            while (await queue.TakeAsync(ended.Token).ConfigureAwait(false) is { } range)
            {
                var (isComplete, hash) = await lane.FetchAsync(range, version, Report, ended.Token).ConfigureAwait(false);
                if (!isComplete)
                {
                    End(null);
                    await ended.CancelAsync().ConfigureAwait(false);
                    return;
                }

                queue.Settle(await sink.AcceptAsync(range, hash, ended.Token).ConfigureAwait(false));
            }
        }
        catch (Exception exception)
        {
            End(exception);
            await ended.CancelAsync().ConfigureAwait(false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }

        void Report(int count)
        {
            lock (_gate)
            {
                _received += count;
                progress.Report(_received, item.Size);
            }
        }
    }

    /// <summary>The first end is the reason for all others, which follow from the cancellation.</summary>
    private void End(Exception? exception)
    {
        lock (_gate)
        {
            if (!_hasEnded && exception is not null)
                _error = ExceptionDispatchInfo.Capture(exception);
            _hasEnded = true;
        }
    }
}
