using System.Globalization;
using System.Net;
using OneDrive.Sdk.Errors;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Operations;

/// <summary>
/// Polls the status of a copy. The service returns 202, 200 or 303 for the same state, so the state in the body is used. See
/// <see href="https://learn.microsoft.com/graph/long-running-actions-overview"/>.
/// </summary>
internal sealed class CopyMonitor(GraphTransport transport, Uri address)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    /// <summary>The wait ends when the state of a copy does not change for this long; large copies queue for hours.</summary>
    private static readonly TimeSpan LongestStandstill = TimeSpan.FromHours(24);

    /// <summary>The number of consecutive responses without a state and without the copy before the wait ends.</summary>
    private const int MostUnknownAnswers = 10;

    /// <summary>How the newer job resources of Microsoft Graph say "completed".</summary>
    private static readonly AsyncJobState Succeeded = new("succeeded");

    internal Uri Address => address;

    /// <summary>Asks once.</summary>
    internal async Task<AsyncJobStatus> GetStatusAsync(CancellationToken cancellationToken) =>
        (await AskAsync(cancellationToken).ConfigureAwait(false)).Status;

    /// <summary>Asks until the copy has ended, for better or worse.</summary>
    internal async Task<AsyncJobStatus> WaitAsync(IProgress<AsyncJobStatus>? progress, CancellationToken cancellationToken)
    {
        var pause = FirstPause;
        var (last, since, unknown) = ((AsyncJobStatus?)null, transport.TimeProvider.GetTimestamp(), 0);
        while (true)
        {
            var (status, retryAfter, isAccepted) = await AskAsync(cancellationToken).ConfigureAwait(false);
            progress?.Report(status);
            if (CopyFailure.Is(status))
            {
                throw CopyFailure.Of(status);
            }

            if (status.Status == AsyncJobState.Completed || status.Status == Succeeded)
            {
                return status;
            }

            unknown = status.Status is null && !isAccepted ? unknown + 1 : 0;
            if (last is null || HasMoved(last, status))
            {
                (last, since) = (status, transport.TimeProvider.GetTimestamp());
            }

            ThrowIfEndless(unknown, transport.TimeProvider.GetElapsedTime(since));
            await Task.Delay(PauseFor(retryAfter, pause), transport.TimeProvider, cancellationToken).ConfigureAwait(false);
            pause = Shorter(pause * 1.5, LongestPause);
        }
    }

    private static bool HasMoved(AsyncJobStatus before, AsyncJobStatus now) =>
        before.Status != now.Status
        || before.PercentageComplete != now.PercentageComplete
        || before.PercentComplete != now.PercentComplete
        || before.LastActionDateTime != now.LastActionDateTime;

    private static void ThrowIfEndless(int unknownAnswers, TimeSpan standstill)
    {
        if (unknownAnswers >= MostUnknownAnswers)
        {
            throw new OneDriveConnectionException(
                "Items.GetCopyStatus: the service repeatedly returned a response without the status of the copy. Check the destination.")
            { IsTransient = false };
        }

        if (standstill >= LongestStandstill)
        {
            throw new OneDriveConnectionException(
                $"Items.GetCopyStatus: the copy has not made progress for {LongestStandstill.TotalHours:0} hours. It may still complete: "
                + "keep "
                + "MonitorUrl and call IItemsClient.ResumeCopy later.");
        }
    }

    /// <summary>The polling delay of the service, but never below the default; a delay above the limit is returned to the caller.</summary>
    private TimeSpan PauseFor(TimeSpan? retryAfter, TimeSpan own)
    {
        if (retryAfter is not { } asked || asked <= own)
        {
            return own;
        }

        return asked <= LongestPause || transport.Rules.WaitsFor(asked)
            ? asked
            : throw ErrorReader.NotSent(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Items.GetCopyStatus: the service returned a Retry-After of {asked.TotalSeconds:0} s, which is longer than "
                    + $"Retry.MaxRetryAfter. The copy continues on the server: keep MonitorUrl and call IItemsClient.ResumeCopy later."),
                asked);
    }

    private async Task<(AsyncJobStatus Status, TimeSpan? RetryAfter, bool IsAccepted)> AskAsync(CancellationToken cancellationToken)
    {
        using var request = new TransportRequest(HttpMethod.Get, address);
        var traits = new RequestTraits { Operation = "Items.GetCopyStatus", IsAnonymous = true, IsIdempotent = true };
        using var response = await transport.SendAsync(request, traits, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode && response.StatusCode is not HttpStatusCode.SeeOther)
        {
            throw await transport.ReadErrorAsync(response, cancellationToken).ConfigureAwait(false);
        }

        var status = await ReadAsync(response, cancellationToken).ConfigureAwait(false);
        return (status, RetryAfter.Read(response, transport.TimeProvider), response.StatusCode is HttpStatusCode.Accepted);
    }

    private async Task<AsyncJobStatus> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = await transport.ReadAsync(
            response, AsyncJobStatus.Read, mayBeEmpty: true, cancellationToken).ConfigureAwait(false);
        return status.Status is null && !CopyFailure.Is(status) && Completed(status, response) is { } completed ? completed : status;
    }

    /// <summary>Without a state, a redirect to the copy, or the copy itself, means that it is complete; null if there is neither.</summary>
    private static AsyncJobStatus? Completed(AsyncJobStatus answer, HttpResponseMessage response)
    {
        var isOver = response.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.OK;
        var location = isOver ? response.Headers.Location?.OriginalString : null;
        var isCopy = isOver && answer.AdditionalData?.ContainsKey("parentReference") is true;
        var id = answer.ResourceId ?? (isCopy ? answer.Id : null);
        return location is null && id is null && answer.ResourceLocation is null
            ? null
            : new AsyncJobStatus
            {
                Status = AsyncJobState.Completed,
                PercentageComplete = 100,
                ResourceId = id,
                ResourceLocation = answer.ResourceLocation ?? location,
            };
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
