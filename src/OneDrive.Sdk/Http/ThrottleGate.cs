using System.Diagnostics.CodeAnalysis;

namespace OneDrive.Sdk.Http;

/// <summary>The places of one client, or of several identities on one pipeline, and the cool-down that may be shared further.</summary>
[SuppressMessage(
    "Design",
    "CA1001",
    Justification = "A semaphore whose wait handle is never used owns nothing; answers may still be read after the client is gone.")]
internal sealed class ThrottleGate(ThrottleCoolDown coolDown, int maxConcurrentRequests)
{
    private readonly SemaphoreSlim _places = new(maxConcurrentRequests, maxConcurrentRequests);

    internal ThrottleCoolDown CoolDown => coolDown;

    /// <summary>Waits for a place; dispose it to give it back.</summary>
    internal async Task<GatePlace> EnterAsync(CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new GatePlace(_places);
    }
}
