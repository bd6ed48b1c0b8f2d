namespace OneDrive.Sdk.Http;

/// <summary>
/// Lets a request that creates something finish once it is on its way, although its caller has gone: its sender learns what was
/// created, and can remove it. Waits before an attempt end with the caller as always.
/// </summary>
internal sealed class FinishingHandler(BodyLimit limit) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        RequestTraits.Of(request).FinishesOnceSent ? FinishAsync(request, cancellationToken) : base.SendAsync(request, cancellationToken);

    private async Task<HttpResponseMessage> FinishAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var response = await base.SendAsync(request, CancellationToken.None).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
            await BufferedAnswer.BufferAsync(response, limit, CancellationToken.None).ConfigureAwait(false);
        return response;
    }
}
