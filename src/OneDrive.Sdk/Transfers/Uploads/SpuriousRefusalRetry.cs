using System.Net;
using System.Text.Json;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Errors;
using OneDrive.Sdk.Http;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// Sends a call that starts, continues or completes an upload. The service is known to reject such calls transiently: "not found" after the
/// folder was created, "bad request", and "name already exists" although the item may be replaced. The error is accepted only if it
/// persists.
/// </summary>
internal sealed class SpuriousRefusalRetry(GraphTransport transport)
{
    /// <summary>A newly created folder can be "not found" for ten seconds.</summary>
    private static readonly TimeSpan[] AbsentWaits = Seconds(0.25, 0.5, 1.25, 3, 5);

    internal static readonly TimeSpan[] RefusalWaits = Seconds(1, 4);

    private static readonly TimeSpan[] UnreadableWaits = Seconds(0.25, 0.5, 1);

    private readonly CompletedUpload _completed = new(transport);

    internal async Task<T> SendAsync<T>(
        GraphCall<T> call, ItemAddress destination, ConflictBehavior conflict, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<TimeSpan[], int>();
        var hadUnknownOutcome = false;
        while (true)
        {
            try
            {
                return await transport.SendAsync(call, cancellationToken).ConfigureAwait(false);
            }
            catch (OneDriveException exception)
            {
                if (hadUnknownOutcome && exception is OneDriveApiException refusal)
                    refusal.FollowsUnknownOutcome = true;
                if (WaitsAfter(exception, call.IsIdempotent, conflict) is not { } waits)
                    throw;
                var count = counts.GetValueOrDefault(waits);
                if (exception is ItemConflictException { FollowsUnknownOutcome: false } taken)
                    await RequireReplaceableAsync(taken, destination, conflict, count, cancellationToken).ConfigureAwait(false);
                if (count >= Math.Min(waits.Length, transport.Rules.Settings.MaxRetryAttempts))
                    throw;
                counts[waits] = count + 1;
                hadUnknownOutcome |= exception is OneDriveConnectionException;
                await Task.Delay(waits[count], transport.TimeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Whether the error is known to be transient at the service.</summary>
    internal static bool IsSpurious(OneDriveApiException refusal, ConflictBehavior conflict) =>
        !SessionRules.EndsAtOnce(refusal)
        && (refusal.StatusCode is HttpStatusCode.BadRequest || (refusal is ItemConflictException && conflict is not ConflictBehavior.Fail));

    private static TimeSpan[]? WaitsAfter(OneDriveException exception, bool isIdempotent, ConflictBehavior conflict) => exception switch
    {
        OneDriveApiException refusal when SessionRules.EndsAtOnce(refusal) => null,
        _ when exception is ItemNotFoundException || ResponseClassifier.IsRangeMismatch(exception) => AbsentWaits,
        OneDriveApiException refusal when IsSpurious(refusal, conflict) => RefusalWaits,
        OneDriveConnectionException { InnerException: JsonException } when isIdempotent => UnreadableWaits,
        _ => null,
    };

    // The first time, a look tells whether something is in the way for good; the last time, that nothing is.
    private async Task RequireReplaceableAsync(
        ItemConflictException taken, ItemAddress destination, ConflictBehavior conflict, int count, CancellationToken cancellationToken)
    {
        var isLast = count >= Math.Min(RefusalWaits.Length, transport.Rules.Settings.MaxRetryAttempts);
        if (count > 0 && !isLast)
            return;
        var item = await _completed.LookAsync(destination, cancellationToken).ConfigureAwait(false);
        if (item is not null && UploadEnding.IsInTheWay(item, conflict))
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(taken);
        if (isLast)
            throw ErrorReader.NameInUse(taken);
    }

    private static TimeSpan[] Seconds(params double[] seconds) => Array.ConvertAll(seconds, TimeSpan.FromSeconds);
}
