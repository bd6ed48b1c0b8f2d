using System.Net;
using System.Text;

namespace OneDrive.Sdk.AotSmoke.SignIn;

/// <summary>A sign-in service in memory: it keeps each form and answers every request with the same JSON.</summary>
internal sealed class CannedTokens(string json) : HttpMessageHandler
{
    internal List<string> Forms { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Forms.Add(request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
    }
}
