using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Diagnostics;

namespace OneDrive.Sdk.Http.Throttling;

/// <summary>
/// Bounds the streamed answers that are open at a time. They have a limit of their own: a reader that does not read holds up no other
/// request.
/// </summary>
[SuppressMessage(
    "Design",
    "CA1001",
    Justification = "A semaphore whose wait handle is never used owns nothing; answers may still be read after the client is gone.")]
internal sealed class StreamLimit(int maxConcurrentRequests, TimeProvider timeProvider, ILogger logger)
{
    private const int StreamsPerRequest = 8;
    private static readonly TimeSpan LongWait = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _free = new(maxConcurrentRequests * StreamsPerRequest);

    /// <summary>Waits until one more answer may be open; dispose the lease when it is read or given up.</summary>
    internal ValueTask<StreamLease> EnterAsync(string operation, CancellationToken cancellationToken)
    {
        var entering = _free.WaitAsync(cancellationToken);
        return entering.IsCompletedSuccessfully
            ? new ValueTask<StreamLease>(new StreamLease(_free))
            : new ValueTask<StreamLease>(WaitAsync(entering, operation));
    }

    private async Task<StreamLease> WaitAsync(Task entering, string operation)
    {
        var watch = timeProvider.CreateTimer(
            _ => Log.WaitsLong(logger, operation, "an earlier streamed answer to be read to its end or disposed", "streams"),
            null,
            LongWait,
            Timeout.InfiniteTimeSpan);
        await using (watch.ConfigureAwait(false))
        {
            await entering.ConfigureAwait(false);
        }

        return new StreamLease(_free);
    }
}
