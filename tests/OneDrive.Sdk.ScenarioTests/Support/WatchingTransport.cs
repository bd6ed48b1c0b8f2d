namespace OneDrive.Sdk.ScenarioTests.Support;

/// <summary>Real sockets, with somebody who looks at each request and answer and may hold them up.</summary>
internal sealed class WatchingTransport(Func<HttpRequestMessage, Task>? before = null, Func<HttpResponseMessage, Task>? after = null)
    : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (before is not null)
            await before(request);
        var response = await base.SendAsync(request, cancellationToken);
        if (after is not null)
            await after(response);
        return response;
    }
}
