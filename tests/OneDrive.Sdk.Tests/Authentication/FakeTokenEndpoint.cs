using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace OneDrive.Sdk.Tests.Authentication;

/// <summary>
/// A token endpoint in memory: it keeps what it was sent and answers from a script; when that is used up, with a new token each time.
/// </summary>
internal sealed class FakeTokenEndpoint : HttpMessageHandler
{
    private readonly ConcurrentQueue<SentForm> _requests = new();
    private readonly ConcurrentQueue<Func<CancellationToken, Task<HttpResponseMessage>>> _script = new();
    private int _tokens;

    internal IReadOnlyList<SentForm> Requests => [.. _requests];

    internal static HttpResponseMessage Json(HttpStatusCode status, string json) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    internal static HttpResponseMessage Token(string value, string more = "") =>
        Json(HttpStatusCode.OK, $$"""{"token_type":"Bearer","expires_in":3600,"access_token":"{{value}}"{{more}}}""");

    internal static HttpResponseMessage Error(HttpStatusCode status, string error, int code, string description = "Something is wrong.") =>
        Json(
        status,
        $$"""
        {"error":"{{error}}","error_description":"AADSTS{{code}}: {{description}} Trace ID: t-1 Correlation ID: c-1 Timestamp: 2026-03-04 05:06:07Z",
        "error_codes":[{{code}}],"trace_id":"t-1","correlation_id":"c-1"}
        """);

    internal FakeTokenEndpoint Then(HttpResponseMessage response) => Then(_ => Task.FromResult(response));

    internal FakeTokenEndpoint Then(Exception failure) => Then(_ => Task.FromException<HttpResponseMessage>(failure));

    internal FakeTokenEndpoint Then(Func<CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _script.Enqueue(answer);
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var form = await request.Content!.ReadAsStringAsync(cancellationToken);
        _requests.Enqueue(new SentForm(request, form));
        return _script.TryDequeue(out var answer)
            ? await answer(cancellationToken)
            : Token($"token-{Interlocked.Increment(ref _tokens)}");
    }
}
