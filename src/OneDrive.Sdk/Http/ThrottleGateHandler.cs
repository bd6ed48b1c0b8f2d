using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http.Throttling;

namespace OneDrive.Sdk.Http;

/// <summary>
/// Lets each attempt wait for its turn at the gate of its principal or host, and reports its outcome to the gate. The concurrency lease is
/// released with the headers; the body of a streamed response has a separate limit.
/// </summary>
internal sealed class ThrottleGateHandler(ClientGates gates, TimeProvider timeProvider) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var traits = RequestTraits.Of(request);
        if (traits.SkipsGate || (traits.IsAnonymous && request.Method == HttpMethod.Delete))
            return base.SendAsync(request, cancellationToken);
        var gate = gates.Of(request.RequestUri!, traits.IsAnonymous);
        return SendThroughAsync(gate, traits, request, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendThroughAsync(
        ThrottleGate gate, RequestTraits traits, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var settings = traits.Rules.Settings;
        var ticket = new GateTicket
        {
            Operation = traits.Operation,
            Cost = traits.Cost ?? Cost(request, traits),
            Level = traits.Priority is CallPriority.Bulk ? 2 : traits.CarriesContent ? 1 : 0,
            IsRepeat = traits.IsRepeat,
            IgnoresPacing = settings.WaitsForNothing,
            MaxConcurrent = settings.MaxConcurrentRequests,
            LongestPause = settings.WaitsForNothing ? 0 : settings.MaxRetryAfter.TotalSeconds,
            PauseBudget = settings.MaxElapsed.TotalSeconds,
            PausedBefore = traits.Progress?.RefusedFor.TotalSeconds ?? 0,
        };
        var stream = traits.StreamsResponse
            ? await gates.Streams.EnterAsync(traits.Operation, cancellationToken).ConfigureAwait(false) : null;
        var hasEntered = false;
        var result = new AdmissionResult(AdmissionOutcome.Unknown);
        try
        {
            await gate.EnterAsync(ticket, cancellationToken).ConfigureAwait(false);
            hasEntered = true;
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            result = AdmissionResults.Read(response, traits.Rules, timeProvider);
            if (stream is not null && response is { IsSuccessStatusCode: true, Content: StreamedContent content })
            {
                content.Lease = stream;
                stream = null;
            }

            return response;
        }
        finally
        {
            stream?.Dispose();
            if (hasEntered)
                gate.Complete(ticket, result);
            traits.Pause = result.Outcome is AdmissionOutcome.Throttled ? gate.PauseLeft : null;
        }
    }

    private static double Cost(HttpRequestMessage request, RequestTraits traits) => traits.IsAnonymous
        ? RequestCost.OfAnonymous(request.Method)
        : RequestCost.Of(request.Method, request.RequestUri!.PathAndQuery);
}
