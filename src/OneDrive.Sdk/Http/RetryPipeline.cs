using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Diagnostics;
using Polly;
using Polly.Retry;

namespace OneDrive.Sdk.Http;

/// <summary>The rules as a Polly pipeline.</summary>
internal static class RetryPipeline
{
    internal static readonly ResiliencePropertyKey<HttpRequestMessage> RequestKey = new("OneDrive.Sdk.Request");

    internal static ResiliencePipeline<HttpResponseMessage> Create(RetryRules rules, TimeProvider timeProvider, ILogger logger)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = timeProvider };
        if (rules.Settings.MaxRetryAttempts > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = rules.Settings.MaxRetryAttempts,
                ShouldHandle = arguments => ValueTask.FromResult(Repeats(rules, arguments, timeProvider)),
                DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(
                    rules.DelayBefore(arguments.AttemptNumber, WishOf(arguments.Outcome, timeProvider))),
                OnRetry = arguments =>
                {
                    Note(arguments, timeProvider, logger);
                    return default;
                },
            });
        }

        return builder.Build();
    }

    private static bool Repeats(RetryRules rules, RetryPredicateArguments<HttpResponseMessage> arguments, TimeProvider timeProvider)
    {
        var traits = TraitsOf(arguments.Context);
        if (arguments.Outcome.Exception is { } exception)
        {
            return rules.RepeatsAfterNoAnswer(traits)
                && ConnectionFailure.Is(exception, arguments.Context.CancellationToken)
                && ConnectionFailure.IsTransient(exception);
        }

        var wish = WishOf(arguments.Outcome, timeProvider);
        return rules.Repeats(traits, arguments.Outcome.Result!.StatusCode, wish) && rules.WaitsFor(wish);
    }

    private static TimeSpan? WishOf(Outcome<HttpResponseMessage> outcome, TimeProvider timeProvider) =>
        outcome.Result is { } response ? RetryAfter.Read(response, timeProvider) : null;

    private static void Note(OnRetryArguments<HttpResponseMessage> arguments, TimeProvider timeProvider, ILogger logger)
    {
        var traits = TraitsOf(arguments.Context);
        var attempt = arguments.AttemptNumber + 2;
        if (arguments.Outcome.Result is { } response)
        {
            var status = (int)response.StatusCode;
            traits.HadUnknownOutcome |= RetryRules.IsUnknownOutcome(status, RetryAfter.Read(response, timeProvider));
            Log.RetryAfterStatus(logger, traits.Operation, status, attempt, arguments.RetryDelay);
            CallMetrics.Retried(traits.Operation, status);
        }
        else
        {
            traits.HadUnknownOutcome = true;
            Log.RetryAfterNoAnswer(
                logger, traits.Operation, ConnectionFailure.Reason(arguments.Outcome.Exception!), attempt, arguments.RetryDelay);
            CallMetrics.Retried(traits.Operation, status: null);
        }
    }

    private static RequestTraits TraitsOf(ResilienceContext context) =>
        RequestTraits.Of(context.Properties.GetValue(RequestKey, null!));
}
