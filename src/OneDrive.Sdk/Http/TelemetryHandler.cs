using System.Diagnostics;

namespace OneDrive.Sdk.Http;

/// <summary>One span and one measurement per call, around all of its attempts. Tags hold no path and no query.</summary>
internal sealed class TelemetryHandler(TimeProvider timeProvider) : DelegatingHandler
{
    private const string ClientRequestId = "client-request-id";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var traits = RequestTraits.Of(request);
        if (!traits.IsAnonymous && !request.Headers.Contains(ClientRequestId))
        {
            request.Headers.TryAddWithoutValidation(ClientRequestId, Guid.NewGuid().ToString());
        }

        using var activity = OneDriveTelemetry.Source.StartActivity(traits.Operation, ActivityKind.Client);
        activity?.SetTag("http.request.method", request.Method.Method);
        activity?.SetTag("server.address", request.RequestUri?.Host);
        if (!traits.IsAnonymous)
        {
            // Trace context and baggage are the application's: the service may have them, the hosts of pre-authenticated addresses may not.
            DistributedContextPropagator.Current.Inject(activity ?? Activity.Current, request, static (carrier, name, value) =>
                ((HttpRequestMessage)carrier!).Headers.TryAddWithoutValidation(name, value));
        }

        var started = timeProvider.GetTimestamp();
        int? status = null;
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            status = (int)response.StatusCode;
            activity?.SetTag("http.response.status_code", status);
            if (status >= 400)
            {
                activity?.SetStatus(ActivityStatusCode.Error);
            }

            return response;
        }
        catch (Exception exception)
        {
            activity?.SetTag("error.type", exception.GetType().FullName);
            activity?.SetStatus(ActivityStatusCode.Error);
            throw;
        }
        finally
        {
            CallMetrics.Ended(traits.Operation, status, timeProvider.GetElapsedTime(started));
        }
    }
}
