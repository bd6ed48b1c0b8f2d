using System.Threading.Channels;
using OneDrive.Sdk.Http;

namespace OneDrive.Sdk.Transfers.Folders;

/// <summary>
/// Runs the workers of a folder transfer. The walker is a fixed number of files ahead, enough to hide the latency of listing, so that
/// memory use is constant.
/// </summary>
internal sealed class FolderRun(GraphTransport transport, FolderRunOptions options)
{
    private const int Ahead = 64;

    private readonly object _gate = new();
    private readonly FolderTransferResult _result = new();

    /// <summary>Counts the bytes of the files.</summary>
    internal FolderMeter Meter { get; } = new(options.ByteProgress, transport.TimeProvider);

    internal async Task<FolderTransferResult> RunAsync(IAsyncEnumerable<FolderWork> walk, CancellationToken cancellationToken)
    {
        using var breakOff = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var beginNoMore = CancellationTokenSource.CreateLinkedTokenSource(breakOff.Token);
        var channel = Channel.CreateBounded<FolderWork>(new BoundedChannelOptions(Ahead) { SingleWriter = true });
        try
        {
            await Task.WhenAll(
            [
                BreakOffOnErrorAsync(ProduceAsync(walk, channel.Writer, beginNoMore.Token), breakOff),
                .. Enumerable.Range(0, Math.Min(options.MaxConcurrentFiles, transport.MaxConcurrentRequests)).Select(
                    _ => BreakOffOnErrorAsync(ConsumeAsync(channel.Reader, breakOff, beginNoMore), breakOff)),
            ]).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && _result.EndedBy is not null)
        {
            // Ended before everything was tried: the result says so.
        }
        catch (OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }

        return _result;
    }

    private static async Task ProduceAsync(
        IAsyncEnumerable<FolderWork> walk, ChannelWriter<FolderWork> writer, CancellationToken cancellationToken)
    {
        await foreach (var work in walk.WithCancellation(cancellationToken).ConfigureAwait(false))
            await writer.WriteAsync(work, cancellationToken).ConfigureAwait(false);
        writer.Complete();
    }

    private async Task ConsumeAsync(
        ChannelReader<FolderWork> reader, CancellationTokenSource breakOff, CancellationTokenSource beginNoMore)
    {
        while (_result.EndedBy is null)
        {
            if (!await reader.WaitToReadAsync(beginNoMore.Token).ConfigureAwait(false))
                return;
            if (!reader.TryRead(out var work))
                continue;
            var item = await DoAsync(work, breakOff.Token).ConfigureAwait(false);
            if (Report(item) && options.StopOnFirstError)
                await breakOff.CancelAsync().ConfigureAwait(false);
            else if (_result.EndedBy is not null)
                await beginNoMore.CancelAsync().ConfigureAwait(false);
        }
    }

    private static async Task BreakOffOnErrorAsync(Task work, CancellationTokenSource breakOff)
    {
        try
        {
            await work.ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            await breakOff.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async Task<FolderTransferItem> DoAsync(FolderWork work, CancellationToken cancellationToken)
    {
        try
        {
            return await work.Do(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (FolderFailure.IsOfOneItem(exception, cancellationToken))
        {
            return FolderTransferItem.Failed(work.RelativePath, work.IsFolder, exception);
        }
    }

    /// <summary>Tells of an item; says whether it failed.</summary>
    private bool Report(FolderTransferItem item)
    {
        lock (_gate)
        {
            _result.Add(item);
            if (item.Error is { } error && (options.StopOnFirstError || FolderFailure.EndsTransfer(error, transport.Rules)))
                _result.End(error);
            options.Progress?.Report(item);
            return item.Error is not null;
        }
    }
}
