using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Diagnostics;

namespace OneDrive.Sdk.Http.Throttling;

/// <summary>Limits the open streamed responses. They have a separate limit, so that an idle reader does not block other requests.</summary>
[SuppressMessage(
    "Design",
    "CA1001",
    Justification = "A semaphore whose wait handle is never used owns nothing; responses may still be read after the client is gone.")]
internal sealed class StreamLimit(int maxConcurrentRequests, TimeProvider timeProvider, ILogger logger)
{
    private const int StreamsPerRequest = 8;
    private static readonly TimeSpan LongWait = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _free = new(maxConcurrentRequests * StreamsPerRequest);

    /// <summary>Waits until another response may be open; dispose the lease after reading.</summary>
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
            _ => Log.WaitsLong(logger, operation, "an earlier streamed response to be read to its end or disposed", "streams"),
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
