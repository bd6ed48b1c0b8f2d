namespace OneDrive.Sdk.Http.Throttling;

/// <summary>One open streamed response, counted until it is disposed.</summary>
internal sealed class StreamLease(SemaphoreSlim free) : IDisposable
{
    private int _isGivenBack;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isGivenBack, 1) == 0)
            free.Release();
    }
}
