namespace OneDrive.Sdk.Http;

/// <summary>One request's place at the gate, given back once.</summary>
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
