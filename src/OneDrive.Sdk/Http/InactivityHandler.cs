namespace OneDrive.Sdk.Http;

/// <summary>
/// Cuts an attempt off when no byte was sent and none received for the limit. Sits next to the socket, so that waiting for a place, a
/// cool-down or a token does not count. There is no limit on the whole request: a large body on a slow line takes as long as it takes.
/// The content of files is paced here as well: only here is it known that nothing moves because it must not.
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
