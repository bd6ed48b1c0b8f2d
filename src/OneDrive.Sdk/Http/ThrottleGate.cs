using System.Diagnostics.CodeAnalysis;
using System.Net;

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

    /// <summary>
    /// Learns from an answer: 429, 509 and 503 with a Retry-After speak of the whole application; 423 only of one item, although one with a
    /// Retry-After is a sign of too much work too. Hosts of pre-authenticated addresses speak of themselves only.
    /// </summary>
    /// <returns>Whether the answer shut the gate for longer than it was.</returns>
    internal bool Learn(HttpStatusCode statusCode, TimeSpan? wait, TimeProvider timeProvider, bool isForeign = false)
    {
        var status = (int)statusCode;
        if (status is not (423 or 429 or 503 or 509))
        {
            return false;
        }

        if (status is not 423 || wait is not null)
        {
            coolDown.CountRefusal();
        }

        return status is not 423 && !isForeign && wait is { } pause && coolDown.ShutFor(pause, timeProvider);
    }

    /// <summary>Waits for a place; dispose it to give it back.</summary>
    internal async Task<GatePlace> EnterAsync(CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new GatePlace(_places);
    }
}
