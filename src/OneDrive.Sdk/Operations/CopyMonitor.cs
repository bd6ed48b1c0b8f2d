using System.Net;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Operations;

/// <summary>
/// Asks how far a copy is. The service answers 202, 200 or 303 for the same thing, so that what counts is the state in the body. See
/// <see href="https://learn.microsoft.com/graph/long-running-actions-overview"/>.
/// </summary>
internal sealed class CopyMonitor(GraphTransport transport, Uri address)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    internal Uri Address => address;

    /// <summary>Asks once.</summary>
    internal async Task<AsyncJobStatus> GetStatusAsync(CancellationToken cancellationToken) =>
        (await AskAsync(cancellationToken).ConfigureAwait(false)).Status;

    /// <summary>Asks until the copy has ended, for better or worse.</summary>
    internal async Task<AsyncJobStatus> WaitAsync(IProgress<AsyncJobStatus>? progress, CancellationToken cancellationToken)
    {
        var pause = FirstPause;
        while (true)
        {
            var (status, wish) = await AskAsync(cancellationToken).ConfigureAwait(false);
            progress?.Report(status);
            if (status.Status == AsyncJobState.Completed)
            {
                return status;
            }

            if (status.Status == AsyncJobState.Failed || status.Status == AsyncJobState.Cancelled)
            {
                throw CopyFailure.Of(status);
            }

            await Task.Delay(wish ?? pause, transport.TimeProvider, cancellationToken).ConfigureAwait(false);
            pause = pause * 1.5 < LongestPause ? pause * 1.5 : LongestPause;
        }
    }

    private async Task<(AsyncJobStatus Status, TimeSpan? Wish)> AskAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        var traits = new RequestTraits { Operation = "Items.GetCopyStatus", IsAnonymous = true, IsIdempotent = true };
        using var response = await transport.SendAsync(request, traits, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode && response.StatusCode is not HttpStatusCode.SeeOther)
        {
            throw await transport.ReadErrorAsync(response, cancellationToken).ConfigureAwait(false);
        }

        var status = await ReadAsync(response, cancellationToken).ConfigureAwait(false);
        return (status, RetryAfter.Read(response, transport.TimeProvider));
    }

    private async Task<AsyncJobStatus> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = await transport.ReadAsync(
            response, AsyncJobStatus.Read, mayBeEmpty: true, cancellationToken).ConfigureAwait(false);
        return status.Status is null && response.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.OK
            ? Ended(status, response.Headers.Location)
            : status;
    }

    /// <summary>Without a state, a redirect to the copy, or the copy itself, says that it is there.</summary>
    private static AsyncJobStatus Ended(AsyncJobStatus answer, Uri? location) => answer.Status is not null ? answer : new AsyncJobStatus
    {
        // An answer that is an error and says success with its status is no copy.
        Status = answer.Error is null ? AsyncJobState.Completed : AsyncJobState.Failed,
        Error = answer.Error,
        PercentageComplete = answer.Error is null ? 100 : null,
        ResourceId = answer.ResourceId ?? (answer.AdditionalData?.ContainsKey("parentReference") is true ? answer.Id : null),
        ResourceLocation = answer.ResourceLocation ?? location?.OriginalString,
    };
}
