using System.Net;
using System.Text;

namespace OneDrive.Sdk.Tests.Http;

/// <summary>A transport that answers in the order of its script and keeps what it was sent.</summary>
internal sealed class ScriptedTransport : HttpMessageHandler
{
    private readonly Queue<Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>> _script = [];
    private readonly List<SentRequest> _sent = [];

    internal IReadOnlyList<SentRequest> Sent
    {
        get
        {
            lock (_sent)
            {
                return [.. _sent];
            }
        }
    }

    internal ScriptedTransport Answer(int status, string? json = null, params (string Name, string Value)[] headers) =>
        Then((_, _) => Task.FromResult(Response(status, json, headers)));

    internal ScriptedTransport Break() =>
        Then((_, _) => throw new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended prematurely."));

    internal ScriptedTransport Then(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _script.Enqueue(answer);
        return this;
    }

    internal static HttpResponseMessage Response(int status, string? json = null, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = json is null ? new ByteArrayContent([]) : new StringContent(json, Encoding.UTF8, "application/json"),
        };
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null or { Headers.ContentLength: > 1024 * 1024 }
            ? null
            : await request.Content.ReadAsStringAsync(cancellationToken);
        lock (_sent)
        {
            _sent.Add(new SentRequest(
                request.Method.Method,
                request.RequestUri!,
                request.Headers.Authorization?.ToString(),
                request.Headers.NonValidated.ToDictionary(
                    header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
                body));
        }

        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer;
        lock (_script)
        {
            answer = _script.Count > 0
                ? _script.Dequeue()
                : throw new InvalidOperationException($"The script has no answer for {request.Method} {request.RequestUri}.");
        }

        var response = await answer(request, cancellationToken);
        response.RequestMessage = request;
        return response;
    }
}
