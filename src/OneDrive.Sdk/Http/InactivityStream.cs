namespace OneDrive.Sdk.Http;

/// <summary>Cuts a read off when it brings nothing within the limit.</summary>
internal sealed class InactivityStream(Stream inner, TimeSpan limit, TimeProvider timeProvider) : ReadThroughStream(inner)
{
    private readonly CancellationTokenSource _source = new(Timeout.InfiniteTimeSpan, timeProvider);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var registration = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
        await using (registration.ConfigureAwait(false))
        {
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
                if (!_source.IsCancellationRequested)
                {
                    _source.CancelAfter(Timeout.InfiniteTimeSpan);
                }
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
