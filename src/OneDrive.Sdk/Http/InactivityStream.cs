using System.Runtime.CompilerServices;

namespace OneDrive.Sdk.Http;

/// <summary>Cuts a read off when it brings nothing within the limit.</summary>
internal sealed class InactivityStream(Stream inner, TimeSpan limit, TimeProvider timeProvider) : ReadThroughStream(inner)
{
    private readonly CancellationTokenSource _source = new(Timeout.InfiniteTimeSpan, timeProvider);

    // Read for read nothing is left on the heap: a long download makes as much of it as a short one.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var registration = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
        _source.CancelAfter(limit);
        try
        {
            return await Inner.ReadAsync(buffer, _source.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new InactivityException(limit);
        }
        finally
        {
            // Not "await using", which would box the registration.
            await registration.DisposeAsync().ConfigureAwait(false);
            if (!_source.IsCancellationRequested)
            {
                _source.CancelAfter(Timeout.InfiniteTimeSpan);
            }
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _source.Dispose();
        }
    }
}
