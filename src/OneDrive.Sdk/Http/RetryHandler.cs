using Microsoft.Extensions.Logging;
using Polly;

namespace OneDrive.Sdk.Http;

/// <summary>Repeats attempts as the rules say. The last answer is what the caller sees.</summary>
internal sealed class RetryHandler(RetryRules rules, TimeProvider timeProvider, ILogger logger) : DelegatingHandler
{
    private readonly BodyLimit _limit = new(rules.Settings.AttemptTimeout, timeProvider);
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline = RetryPipeline.Create(rules, timeProvider, logger);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(RetryPipeline.RequestKey, request);
        try
        {
            return await _pipeline.ExecuteAsync(
                static (context, handler) => handler.AttemptAsync(context), context, this).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<HttpResponseMessage> AttemptAsync(ResilienceContext context)
    {
        var request = context.Properties.GetValue(RetryPipeline.RequestKey, null!);
        var response = await base.SendAsync(request, context.CancellationToken).ConfigureAwait(false);
        if (RequestTraits.Of(request) is { StreamsResponse: false, FinishesOnceSent: false } && response.IsSuccessStatusCode)
        {
            await BufferedAnswer.BufferAsync(response, _limit, context.CancellationToken).ConfigureAwait(false);
        }

        return response;
    }
}
