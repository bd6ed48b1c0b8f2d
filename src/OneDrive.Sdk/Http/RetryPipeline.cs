using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Diagnostics;
using OneDrive.Sdk.Errors;
using OneDrive.Sdk.Http.Throttling;
using Polly;
using Polly.Retry;

namespace OneDrive.Sdk.Http;

/// <summary>The retry rules of a call as a Polly pipeline; each attempt is evaluated separately.</summary>
internal static class RetryPipeline
{
    internal static readonly ResiliencePropertyKey<HttpRequestMessage> RequestKey = new("OneDrive.Sdk.Request");

    internal static readonly ResiliencePropertyKey<RetryHandler.FirstOutcome> FirstKey = new("OneDrive.Sdk.FirstOutcome");

    private static readonly ResiliencePropertyKey<TimeSpan> DelayKey = new("OneDrive.Sdk.Delay");

    internal static ResiliencePipeline<HttpResponseMessage> Create(TimeProvider timeProvider, ILogger logger) =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = timeProvider }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = arguments => ValueTask.FromResult(Decide(arguments, timeProvider)),
                DelayGenerator = static arguments => ValueTask.FromResult<TimeSpan?>(
                    arguments.Context.Properties.GetValue(DelayKey, TimeSpan.Zero)),
                OnRetry = arguments =>
                {
                    Note(arguments, timeProvider, logger);
                    return default;
                },
            })
            .Build();

    /// <summary>Whether a response can skip the retry rules.</summary>
    internal static bool IsFinal(HttpRequestMessage request, HttpResponseMessage response) =>
        (int)response.StatusCode < 400 || RequestTraits.Of(request).OwnsRetries;

    /// <summary>Whether a call is repeated although no response was received.</summary>
    internal static bool IsRepeated(HttpRequestMessage request, Exception exception, CancellationToken cancellationToken)
    {
        var traits = RequestTraits.Of(request);
        return traits.Rules.RepeatsAfterNoAnswer(traits)
            && ConnectionFailure.Is(exception, cancellationToken)
            && ConnectionFailure.IsTransient(exception);
    }

    private static bool Decide(RetryPredicateArguments<HttpResponseMessage> arguments, TimeProvider timeProvider)
    {
        var request = arguments.Context.Properties.GetValue(RequestKey, null!);
        if (DelayOf(arguments.Outcome, request, timeProvider, arguments.Context.CancellationToken) is not { } delay)
            return false;
        arguments.Context.Properties.Set(DelayKey, delay);
        return true;
    }

    private static TimeSpan? DelayOf(
        Outcome<HttpResponseMessage> outcome, HttpRequestMessage request, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var traits = RequestTraits.Of(request);
        if (outcome.Exception is { } exception)
            return IsRepeated(request, exception, cancellationToken) ? Progress(traits, timeProvider).AfterFailure(null) : null;

        var response = outcome.Result!;
        var retryAfter = RetryAfter.Read(response, timeProvider);
        if (!traits.Rules.Repeats(traits, response.StatusCode, retryAfter))
            return null;

        // The gate pauses for all of the principal; a request that is refused on its own waits on its own, without a place.
        return !ResponseClassifier.NothingWasDone((int)response.StatusCode, retryAfter)
            ? Progress(traits, timeProvider).AfterFailure(retryAfter)
            : Progress(traits, timeProvider).AfterRefusal(retryAfter, traits.Pause) is { } wait
                ? traits.Pause is null ? wait : TimeSpan.Zero
                : null;
    }

    /// <summary>Records a call that failed after retries, or that is not sent again.</summary>
    internal static void NoteFailure(HttpRequestMessage request, string reason, TimeSpan elapsed, ILogger logger)
    {
        var traits = RequestTraits.Of(request);
        if (traits.Attempts > 1)
            Log.CallFailed(logger, traits.Operation, traits.Attempts, elapsed, reason);
    }

    private static RetryProgress Progress(RequestTraits traits, TimeProvider timeProvider) =>
        traits.Progress ??= new RetryProgress(traits.Rules, timeProvider);

    private static void Note(OnRetryArguments<HttpResponseMessage> arguments, TimeProvider timeProvider, ILogger logger)
    {
        var traits = RequestTraits.Of(arguments.Context.Properties.GetValue(RequestKey, null!));
        var attempt = arguments.AttemptNumber + 2;
        var delay = traits.Pause ?? arguments.RetryDelay;
        if (arguments.Outcome.Result is { } response)
        {
            var status = (int)response.StatusCode;
            traits.HadUnknownOutcome |= ResponseClassifier.IsUnknownOutcome(status, RetryAfter.Read(response, timeProvider));
            Log.RetryAfterStatus(logger, traits.Operation, status, attempt, delay);
            CallMetrics.Retried(traits.Operation, status);
        }
        else
        {
            traits.HadUnknownOutcome = true;
            Log.RetryAfterNoAnswer(
                logger, traits.Operation, ConnectionFailure.Reason(arguments.Outcome.Exception!), attempt, delay);
            CallMetrics.Retried(traits.Operation, status: null);
        }
    }
}
