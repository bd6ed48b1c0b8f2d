namespace OneDrive.Sdk.Http;

/// <summary>
/// Lets a request that creates something complete after it was sent, although its caller cancelled, so that the created object can be
/// removed. Waits before an attempt are cancelled as usual.
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
            await BufferedAnswer.BufferAsync(response, limit, timer: null, CancellationToken.None).ConfigureAwait(false);
        return response;
    }
}
