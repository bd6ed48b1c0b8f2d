namespace OneDrive.Sdk.Emulator.Tests.Clients;

/// <summary>
/// Leads the real addresses of the service to the emulator, as a proxy that ends TLS does, for clients whose addresses are fixed.
/// </summary>
internal sealed class PublicFront(Uri emulator) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = request.RequestUri!;
        Assert.Equal(Uri.UriSchemeHttps, asked.Scheme);
        request.Headers.Host = asked.Authority;
        request.Headers.Add("X-Forwarded-Proto", asked.Scheme);
        request.Headers.Add("X-Forwarded-Host", asked.Authority);
        request.RequestUri = new Uri(emulator, asked.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
