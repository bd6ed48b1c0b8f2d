using System.Net;
using System.Text;

namespace OneDrive.Sdk.AotSmoke.Service;

/// <summary>A service without a network: each answer that was prepared is given once, to the request it was prepared for.</summary>
internal sealed class CannedService : HttpMessageHandler
{
    internal const string Root = "https://graph.microsoft.com/v1.0/";

    private readonly Dictionary<string, Queue<Func<SentRequest, HttpResponseMessage>>> _answers = new(StringComparer.Ordinal);

    internal List<SentRequest> Requests { get; } = [];

    internal SentRequest Last => Requests[^1];

    /// <summary>Whether every answer that was prepared was asked for.</summary>
    internal bool IsDone => _answers.Values.All(queue => queue.Count == 0);

    internal CannedService On(
        string method, string address, HttpStatusCode status, string json, params (string Name, string Value)[] headers) =>
        On(method, address, _ => Answer(status, Encoding.UTF8.GetBytes(json), "application/json", headers));

    internal CannedService On(string method, string address, Func<SentRequest, HttpResponseMessage> answer)
    {
        var key = $"{method} {(address.Contains("://", StringComparison.Ordinal) ? address : Root + address)}";
        _answers.TryAdd(key, new());
        _answers[key].Enqueue(answer);
        return this;
    }

    internal static HttpResponseMessage Answer(
        HttpStatusCode status, byte[] body, string contentType, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage(status) { Content = new ByteArrayContent(body) };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = await SentRequest.ReadAsync(request, cancellationToken);
        Requests.Add(sent);
        var response = _answers.TryGetValue($"{sent.Method} {sent.Address}", out var queue) && queue.TryDequeue(out var answer)
            ? answer(sent)
            : Answer(HttpStatusCode.NotImplemented, Encoding.UTF8.GetBytes("nothing was prepared for this request"), "text/plain");
        response.RequestMessage = request;
        return response;
    }
}
