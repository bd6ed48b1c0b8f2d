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
        using var timer = new InactivityTimer(limit, timeProvider, cancellationToken);
        var pace = RequestTraits.Of(request).CarriesContent ? limiter : null;
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
            response.Content = new InactivityContent(response.Content, limit, timeProvider);
            if (pace is not null && content is null && response.IsSuccessStatusCode)
            {
                response.Content = new PacedContent(response.Content, pace);
            }

            return response;
        }
        catch (Exception exception) when (timer.HasFired && exception is OperationCanceledException or HttpRequestException or IOException)
        {
            throw new InactivityException(limit);
        }
        finally
        {
            request.Content = content;
        }
    }
}
