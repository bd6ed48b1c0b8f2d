using System.Diagnostics;

namespace OneDrive.Sdk.Http;

/// <summary>
/// Creates one client span and one measurement per attempt, according to the semantic conventions of OpenTelemetry for HTTP.
/// </summary>
internal sealed class AttemptHandler(ServiceRoot root) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var traits = RequestTraits.Of(request);
        if (OneDriveTelemetry.Source.HasListeners() || CallMetrics.MeasuresAttempts)
            return MeasureAsync(request, traits, cancellationToken);
        if (!traits.IsAnonymous && Activity.Current is { } current)
            PassOn(current, request);
        traits.Attempts++;
        return base.SendAsync(request, cancellationToken);
    }

    private async Task<HttpResponseMessage> MeasureAsync(
        HttpRequestMessage request, RequestTraits traits, CancellationToken cancellationToken)
    {
        using var activity = OneDriveTelemetry.Source.StartActivity(request.Method.Method, ActivityKind.Client);
        if (activity is not null)
            Describe(activity, request, traits);
        if (!traits.IsAnonymous)
            PassOn(activity ?? Activity.Current, request);
        traits.Attempts++;
        string? errorType = null;
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            errorType = CallMetrics.ErrorType(response.StatusCode);
            activity?.SetTag("http.response.status_code", (int)response.StatusCode);
            if (activity is not null && response.Headers.NonValidated.TryGetValues("request-id", out var id))
                activity.SetTag("onedrive.request_id", id.ToString());
            if (response.IsSuccessStatusCode && traits.CarriesContent && request.Content?.Headers.ContentLength is { } length)
                CallMetrics.Transferred(length, "upload");
            return response;
        }
        catch (Exception exception)
        {
            errorType = CallMetrics.ErrorType(exception);
            throw;
        }
        finally
        {
            CallMetrics.Fail(activity, errorType);
            CallMetrics.Attempted(traits.Operation, errorType);
        }
    }

    /// <summary>Trace context and baggage are sent to the service, but not to the hosts of pre-authenticated URLs.</summary>
    private static void PassOn(Activity? activity, HttpRequestMessage request) =>
        DistributedContextPropagator.Current.Inject(activity, request, static (carrier, name, value) =>
        {
            var headers = ((HttpRequestMessage)carrier!).Headers;
            headers.Remove(name);
            headers.TryAddWithoutValidation(name, value);
        });

    private void Describe(Activity activity, HttpRequestMessage request, RequestTraits traits)
    {
        var address = request.RequestUri!;
        activity.SetTag("http.request.method", request.Method.Method);
        activity.SetTag("server.address", address.Host);
        activity.SetTag("server.port", address.Port);
        activity.SetTag("onedrive.operation", traits.Operation);
        if (traits.Attempts > 0)
            activity.SetTag("http.request.resend_count", traits.Attempts);
        if (traits.IsAnonymous)
            return;

        // The path of a pre-authenticated address is a secret as a whole.
        var template = UrlTemplate.Of(address.AbsolutePath, root.Address.AbsolutePath);
        activity.SetTag("url.template", template);
        activity.DisplayName = $"{request.Method.Method} {template}";
        if (request.Headers.NonValidated.TryGetValues("client-request-id", out var id))
            activity.SetTag("onedrive.client_request_id", id.ToString());
    }
}
