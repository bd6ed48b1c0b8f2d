using System.Text;
using System.Text.Json;

namespace OneDrive.Sdk.ScenarioTests.Support;

/// <summary>A service that was taken over: in its lists, harmless names become hostile ones.</summary>
internal sealed class RenamingTransport(IReadOnlyDictionary<string, string> names)
    : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (!request.RequestUri!.AbsolutePath.EndsWith("/children", StringComparison.Ordinal))
            return response;

        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        foreach (var (harmless, hostile) in names)
            text = text.Replace($"\"{harmless}\"", $"\"{JsonEncodedText.Encode(hostile)}\"", StringComparison.Ordinal);
        response.Content = new StringContent(text, Encoding.UTF8, "application/json");
        return response;
    }
}
