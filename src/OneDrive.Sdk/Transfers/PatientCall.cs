using System.Text.Json;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Errors;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// Sends a call for an item that was just created and may not be replicated yet: "not found" and "out of range" are retried with short
/// delays. An unreadable response is requested again if the call is safe to repeat.
/// </summary>
internal static class PatientCall
{
    private const int MaximumRetries = 3;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(250);

    internal static async Task<T> SendAsync<T>(GraphTransport transport, GraphCall<T> call, CancellationToken cancellationToken)
    {
        var limit = Math.Min(MaximumRetries, transport.Rules.Settings.MaxRetryAttempts);
        var hadUnknownOutcome = false;
        for (var retries = 0; ; retries++)
        {
            try
            {
                return await transport.SendAsync(call, cancellationToken).ConfigureAwait(false);
            }
            catch (OneDriveException exception)
            {
                if (hadUnknownOutcome && exception is OneDriveApiException refusal)
                    refusal.FollowsUnknownOutcome = true;
                if (retries >= limit || !IsWorthARetry(exception, call.IsIdempotent))
                    throw;
                hadUnknownOutcome |= exception is OneDriveConnectionException;
                await Task.Delay(FirstWait * (1 << retries), transport.TimeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static bool IsWorthARetry(OneDriveException exception, bool isIdempotent) =>
        exception is ItemNotFoundException || ResponseClassifier.IsRangeMismatch(exception)
        || (isIdempotent && exception is OneDriveConnectionException { InnerException: JsonException and not UnexpectedAnswerException });
}
