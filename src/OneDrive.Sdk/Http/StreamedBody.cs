using System.Runtime.CompilerServices;

namespace OneDrive.Sdk.Http;

/// <summary>The stream of a <see cref="StreamedContent"/>.</summary>
internal sealed class StreamedBody(Stream inner, StreamedContent content) : ReadThroughStream(inner)
{
    // Read for read nothing is left on the heap: a long download makes as much of it as a short one.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var limiter = content.Limiter;
        var room = limiter is null || buffer.Length <= limiter.PieceSize ? buffer : buffer[..limiter.PieceSize];

        // What has arrived already needs neither the timer nor the caller's token.
        var reading = Inner.ReadAsync(room, content.Timer.Token);
        var read = reading.IsCompletedSuccessfully
            ? reading.Result
            : await WaitAsync(reading, cancellationToken).ConfigureAwait(false);
        if (limiter is not null && read > 0)
            await limiter.TakeAsync(read, cancellationToken).ConfigureAwait(false);
        if (content.IsFile && read > 0)
            CallMetrics.Transferred(read, "download");
        if (read == 0 && buffer.Length > 0)
            content.Lease?.Dispose();
        return read;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> WaitAsync(ValueTask<int> reading, CancellationToken cancellationToken)
    {
        var timer = content.Timer;
        var registration = timer.CancelWith(cancellationToken);
        timer.Touch();
        try
        {
            return await reading.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw timer.Exceeded();
        }
        finally
        {
            // Not "await using", which would box the registration.
            await registration.DisposeAsync().ConfigureAwait(false);
            timer.Pause();
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            content.Lease?.Dispose();
    }
}
