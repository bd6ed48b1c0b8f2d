using System.Net;
using System.Text;

namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>Keeps what is sent, and answers with an object that is a little of everything.</summary>
internal sealed class SentRequests(Func<HttpRequestMessage, HttpResponseMessage?>? answer = null) : HttpMessageHandler
{
    private const string Everything = """
        {"id":"1","name":"n","value":[],"webUrl":"https://h/1","size":9,"eTag":"\"e\"","folder":{},"file":{},"changeType":"updated",
        "parentReference":{"driveId":"b!d","id":"p"},"notificationUrl":"https://h/n","expirationDateTime":"2099-01-01T00:00:00Z",
        "nextExpectedRanges":["0-"],"@odata.deltaLink":"https://graph.microsoft.com/v1.0/me/drive/root/delta?token=x"}
        """;

    private readonly List<SentCall> _calls = [];

    internal IReadOnlyList<SentCall> Calls => _calls;

    /// <summary>An answer in JSON.</summary>
    internal static HttpResponseMessage Json(int status, string json) => new((HttpStatusCode)status)
    {
        Content = new StringContent(json, Encoding.UTF8, "application/json"),
    };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var bytes = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        _calls.Add(SentCall.Of(request, bytes));
        var response = answer?.Invoke(request) ?? Default(request);
        response.RequestMessage = request;
        return response;
    }

    private static HttpResponseMessage Default(HttpRequestMessage request)
    {
        if (request.Method == HttpMethod.Delete)
        {
            return new HttpResponseMessage(HttpStatusCode.NoContent);
        }

        var response = Json(200, Everything);
        response.Headers.TryAddWithoutValidation("Location", "https://contoso.sharepoint.com/_api/v2.0/monitor/4A34");
        return response;
    }
}
