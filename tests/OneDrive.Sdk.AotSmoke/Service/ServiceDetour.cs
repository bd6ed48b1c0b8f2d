namespace OneDrive.Sdk.AotSmoke.Service;

/// <summary>Leads requests for the service to the canned one; the others, such as those for a token, go on to the network.</summary>
internal sealed class ServiceDetour(CannedService service) : DelegatingHandler
{
    private readonly HttpMessageInvoker _service = new(service, disposeHandler: false);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.RequestUri!.AbsoluteUri.StartsWith(CannedService.Root, StringComparison.Ordinal)
            ? _service.SendAsync(request, cancellationToken)
            : base.SendAsync(request, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _service.Dispose();
        }

        base.Dispose(disposing);
    }
}
