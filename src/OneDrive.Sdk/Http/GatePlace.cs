namespace OneDrive.Sdk.Http;

/// <summary>The concurrency lease of one request, released once.</summary>
internal sealed class GatePlace(SemaphoreSlim places) : IDisposable
{
    private int _isGivenBack;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isGivenBack, 1) == 0)
        {
            places.Release();
        }
    }
}
