using System.Diagnostics;

namespace OneDrive.Sdk.Http;

/// <summary>One span and one measurement per call, including all attempts and delays. Tags do not contain a path or query.</summary>
internal sealed class TelemetryHandler(TimeProvider timeProvider) : DelegatingHandler
{
    private const string ClientRequestId = "client-request-id";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var traits = RequestTraits.Of(request);
        if (!traits.IsAnonymous && !request.Headers.Contains(ClientRequestId))
        {
            request.Headers.TryAddWithoutValidation(ClientRequestId, Guid.NewGuid().ToString());
        }

        return OneDriveTelemetry.Source.HasListeners() || CallMetrics.MeasuresOperations
            ? MeasureAsync(request, traits, cancellationToken)
            : base.SendAsync(request, cancellationToken);
    }

    private async Task<HttpResponseMessage> MeasureAsync(
        HttpRequestMessage request, RequestTraits traits, CancellationToken cancellationToken)
    {
        using var activity = OneDriveTelemetry.Source.StartActivity(traits.Operation, ActivityKind.Internal);
        var started = timeProvider.GetTimestamp();
        string? errorType = null;
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            errorType = CallMetrics.ErrorType(response.StatusCode);
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
            CallMetrics.Ended(traits.Operation, errorType, timeProvider.GetElapsedTime(started));
        }
    }
}
