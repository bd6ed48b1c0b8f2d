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

    /// <summary>
    /// 429, 509 and 503 with a Retry-After speak of the whole application; 423 only of one item, although one with a Retry-After is a sign
    /// of too much work too.
    /// </summary>
    private void Watch(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        if (status is not (423 or 429 or 503 or 509))
        {
            return;
        }

        var wait = RetryAfter.Read(response, timeProvider);
        if (status is not 423 || wait is not null)
        {
            gate.CoolDown.CountRefusal();
        }

        if (status is not 423 && wait is { } pause && gate.CoolDown.ShutFor(pause, timeProvider))
        {
            Log.CoolDown(logger, pause);
        }
    }
}
