using System.Globalization;
using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Diagnostics;
using OneDrive.Sdk.Errors;

namespace OneDrive.Sdk.Http;

/// <summary>
/// Bounds how many requests are under way, and holds all of them back while the service asks to pause. A streamed answer keeps its place
/// until it is read to its end or disposed.
/// </summary>
internal sealed class ThrottleGateHandler(
    ThrottleGate gate, RetrySettings settings, TimeProvider timeProvider, ILogger logger) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (RequestTraits.Of(request).SkipsGate)
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);

        GatePlace? place = await gate.EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await WaitUntilOpenAsync(request, cancellationToken).ConfigureAwait(false);
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            Watch(response);
            if (RequestTraits.Of(request).StreamsResponse && response.IsSuccessStatusCode)
            {
                response.Content = new PlaceHoldingContent(response.Content, place);
                place = null;
            }

            return response;
        }
        finally
        {
            place?.Dispose();
        }
    }

    private async Task WaitUntilOpenAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        while (gate.CoolDown.Remaining(timeProvider) is var wait && wait > TimeSpan.Zero)
        {
            if (wait > settings.MaxRetryAfter)
            {
                throw ErrorReader.NotSent(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{RequestTraits.Of(request).Operation} was not sent: the service asked to pause for another "
                        + $"{wait.TotalSeconds:0} s, which is longer than Retry.MaxRetryAfter. Try again then."),
                    wait);
            }

            await Task.Delay(wait, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private void Watch(HttpResponseMessage response)
    {
        var wait = RetryAfter.Read(response, timeProvider);
        if (gate.Learn(response.StatusCode, wait, timeProvider))
        {
            Log.CoolDown(logger, wait!.Value);
        }
    }
}
