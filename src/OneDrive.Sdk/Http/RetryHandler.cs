using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;
using Polly;

namespace OneDrive.Sdk.Http;

/// <summary>
/// Repeats attempts according to the retry rules of the call. The caller gets the last response. A call that succeeds immediately does not
/// use the pipeline.
/// </summary>
internal sealed class RetryHandler(TimeSpan attemptTimeout, TimeProvider timeProvider, ILogger logger) : DelegatingHandler
{
    private readonly BodyLimit _limit = new(attemptTimeout, timeProvider);
    private ResiliencePipeline<HttpResponseMessage>? _pipeline;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Outcome<HttpResponseMessage> first;
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            await BufferAsync(request, response, cancellationToken).ConfigureAwait(false);
            if (RetryPipeline.IsFinal(request, response))
                return response;
            first = Outcome.FromResult(response);
        }
        catch (Exception exception) when (RetryPipeline.IsRepeated(request, exception, cancellationToken))
        {
            first = Outcome.FromException<HttpResponseMessage>(exception);
        }

        return await RepeatAsync(request, first, cancellationToken).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> RepeatAsync(
        HttpRequestMessage request, Outcome<HttpResponseMessage> first, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(RetryPipeline.RequestKey, request);
        context.Properties.Set(RetryPipeline.FirstKey, new FirstOutcome(first));
        var started = timeProvider.GetTimestamp();
        try
        {
            _pipeline ??= RetryPipeline.Create(timeProvider, logger);
            var response = await _pipeline.ExecuteAsync(
                static (attempt, handler) => handler.NextAsync(attempt), context, this).ConfigureAwait(false);
            if (CallMetrics.ErrorType(response.StatusCode) is { } status)
                RetryPipeline.NoteFailure(request, status, timeProvider.GetElapsedTime(started), logger);
            return response;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            RetryPipeline.NoteFailure(request, exception.GetType().Name, timeProvider.GetElapsedTime(started), logger);
            throw;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private ValueTask<HttpResponseMessage> NextAsync(ResilienceContext context)
    {
        if (context.Properties.GetValue(RetryPipeline.FirstKey, null!).Take() is { } first)
        {
            if (first.Exception is { } exception)
                ExceptionDispatchInfo.Throw(exception);
            return new ValueTask<HttpResponseMessage>(first.Result!);
        }

        return AttemptAsync(context.Properties.GetValue(RetryPipeline.RequestKey, null!), context.CancellationToken);
    }

    private async ValueTask<HttpResponseMessage> AttemptAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        await BufferAsync(request, response, cancellationToken).ConfigureAwait(false);
        return response;
    }

    private Task BufferAsync(HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var traits = RequestTraits.Of(request);
        if (!traits.BuffersResponse(response))
            return Task.CompletedTask;
        var timer = traits.Timer;
        traits.Timer = null;
        return BufferedAnswer.BufferAsync(response, _limit, timer, cancellationToken);
    }

    /// <summary>The outcome of the first attempt, which is evaluated once.</summary>
    internal sealed class FirstOutcome(Outcome<HttpResponseMessage> outcome)
    {
        private Outcome<HttpResponseMessage>? _outcome = outcome;

        internal Outcome<HttpResponseMessage>? Take()
        {
            var taken = _outcome;
            _outcome = null;
            return taken;
        }
    }
}
