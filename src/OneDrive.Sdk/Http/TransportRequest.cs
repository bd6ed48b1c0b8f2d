namespace OneDrive.Sdk.Http;

/// <summary>A request of the library, which carries its traits without the options of a request that the caller made.</summary>
internal sealed class TransportRequest(HttpMethod method, Uri? address) : HttpRequestMessage(method, address)
{
    internal RequestTraits? Traits { get; set; }
}
