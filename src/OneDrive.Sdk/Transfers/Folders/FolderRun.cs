using System.Threading.Channels;

namespace OneDrive.Sdk.Transfers.Folders;

/// <summary>
/// Lets a few workers do what a walker finds. The walker is never more than a few files ahead, so that memory stays the same.
/// </summary>
internal sealed class FolderRun(int concurrency, bool stopOnFirstError, IProgress<FolderTransferItem>? progress)
{
    private const int MaximumConcurrency = 64;

    private readonly object _gate = new();
    private readonly FolderTransferResult _result = new();
    private volatile bool _isStopped;

    internal static void Require(int maxConcurrentFiles, FolderComparison comparison)
    {
        if (maxConcurrentFiles is < 1 or > MaximumConcurrency)
            throw new ArgumentException(
                $"MaxConcurrentFiles is {maxConcurrentFiles}; it can be 1 to {MaximumConcurrency}.", nameof(maxConcurrentFiles));
        if (!Enum.IsDefined(comparison))
            throw new ArgumentException($"{comparison} is no {nameof(FolderComparison)}.", nameof(comparison));
    }

    /// <summary>Whether an error belongs to one file, and the others can go on.</summary>
    internal static bool IsOfOneFile(Exception exception) =>
        exception is OneDriveException or IOException or UnauthorizedAccessException or ArgumentException;

    internal async Task<FolderTransferResult> RunAsync(IAsyncEnumerable<FolderWork> walk, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var channel = Channel.CreateBounded<FolderWork>(new BoundedChannelOptions(concurrency * 2) { SingleWriter = true });
        try
        {
            await Task.WhenAll(
            [
                ProduceAsync(walk, channel.Writer, stop),
                .. Enumerable.Range(0, concurrency).Select(_ => ConsumeAsync(channel.Reader, stop)),
            ]).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_isStopped && !cancellationToken.IsCancellationRequested)
        {
            return _result;
        }
        catch (OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }

        return _result;
    }

    private static async Task ProduceAsync(
        IAsyncEnumerable<FolderWork> walk, ChannelWriter<FolderWork> writer, CancellationTokenSource stop)
    {
        try
        {
            await foreach (var work in walk.WithCancellation(stop.Token).ConfigureAwait(false))
                await writer.WriteAsync(work, stop.Token).ConfigureAwait(false);
            writer.Complete();
        }
        catch
        {
            await stop.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task ConsumeAsync(ChannelReader<FolderWork> reader, CancellationTokenSource stop)
    {
        try
        {
            await foreach (var work in reader.ReadAllAsync(stop.Token).ConfigureAwait(false))
            {
                var item = await DoAsync(work, stop.Token).ConfigureAwait(false);
                Report(item);
                if (stopOnFirstError && item.Outcome is FolderTransferOutcome.Failed)
                {
                    _isStopped = true;
                    await stop.CancelAsync().ConfigureAwait(false);
                }
            }
        }
        catch
        {
            await stop.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async Task<FolderTransferItem> DoAsync(FolderWork work, CancellationToken cancellationToken)
    {
        try
        {
            return await work.Do(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsOfOneFile(exception))
        {
            return FolderTransferItem.Failed(work.RelativePath, work.IsFolder, exception);
        }
    }

    private void Report(FolderTransferItem item)
    {
        lock (_gate)
        {
            _result.Add(item);
            progress?.Report(item);
        }
    }
}
