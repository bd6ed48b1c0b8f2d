namespace OneDrive.Sdk.Http;

/// <summary>
/// Cancels an attempt when no byte was sent or received within the limit. It is the innermost handler, so that waits for a concurrency
/// lease, a pause or a token are not included. The total duration of a request is not limited. The bandwidth limit of file content is
/// applied here as well, so that its waits do not count as inactivity.
/// </summary>
internal sealed class InactivityHandler(TimeSpan limit, BandwidthLimiter? limiter, TimeProvider timeProvider) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var traits = RequestTraits.Of(request);
        var timer = new InactivityTimer(limit, timeProvider, cancellationToken);
        var pace = traits.CarriesContent ? limiter : null;
        var content = request.Content;
        if (content is IWatchedBody watched)
        {
            watched.Watch(timer, pace);
        }
        else if (content is not null)
        {
            request.Content = new TouchingContent(content, timer, pace);
        }

        try
        {
            var response = await base.SendAsync(request, timer.Token).ConfigureAwait(false);
            if (traits.BuffersResponse(response))
            {
                // The body continues the attempt, and its time.
                timer.Touch();
                traits.Timer = timer;
                return response;
            }

            timer.Detach();
            response.Content = new StreamedContent(
                response.Content,
                timer,
                content is null && response.IsSuccessStatusCode ? pace : null,
                isFile: traits is { StreamsResponse: true, CarriesContent: true } && response.IsSuccessStatusCode);
            return response;
        }
        catch (Exception exception)
        {
            var isInactive = timer.HasFired && exception is OperationCanceledException or HttpRequestException or IOException;
            timer.Dispose();
            if (isInactive)
                throw timer.Exceeded();
            throw;
        }
        finally
        {
            request.Content = content;
        }
    }
}
