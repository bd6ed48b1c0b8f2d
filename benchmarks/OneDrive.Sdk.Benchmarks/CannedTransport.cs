using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace OneDrive.Sdk.Benchmarks;

/// <summary>Answers every request with the same JSON, without a network.</summary>
internal sealed class CannedTransport(string json) : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly byte[] _body = Encoding.UTF8.GetBytes(json);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(_body) { Headers = { ContentType = Json } },
        });
}
