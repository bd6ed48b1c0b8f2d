using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Http.Throttling;
using OneDrive.Sdk.Tests.Http;

namespace OneDrive.Sdk.Tests.Calls;

/// <summary>Prints calls as the transport puts them on the wire: method, path and query below the service root, headers, body.</summary>
internal static class WireText
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    /// <summary>Several calls, one below the other, each under a title that says what it shows.</summary>
    internal static async Task<string> OfAsync<T>(params (string Title, GraphCall<T> Call)[] calls)
    {
        var texts = new List<string>();
        foreach (var (title, call) in calls)
        {
            texts.Add($"# {title}\n{await OfAsync(call)}");
        }

        return string.Join("\n\n", texts);
    }

    /// <summary>The same of requests to endpoints that the client has no method for.</summary>
    internal static Task<string> OfAsync<T>(params (string Title, OneDriveRequest<T> Request)[] requests) =>
        OfAsync([.. requests.Select(request => (request.Title, request.Request.ToCall(request.Request.Path.Drive)))]);

    /// <summary>The same of requests whose answers are not read.</summary>
    internal static Task<string> OfAsync(params (string Title, OneDriveRequest Request)[] requests) =>
        OfAsync([.. requests.Select(request => (request.Title, request.Request.ToPlainCall(request.Request.Path.Drive)))]);

    private static async Task<string> OfAsync<T>(GraphCall<T> call)
    {
        using var recorder = new Recorder();
        using var invoker = new HttpMessageInvoker(recorder);
        var settings = ClientSettings.From(new OneDriveOptions(), OneDriveCloud.Global);
        var gates = new ClientGates(new GateRegistry(), new CountingTokens(), settings, NullLogger.Instance);
        var transport = new GraphTransport(invoker, settings, new RetryRules(settings.Retry), gates);
        using var response = await transport.SendForResponseAsync(call, CancellationToken.None);
        var repeat = call.IsIdempotent ? "may be repeated after an unknown outcome" : "is repeated only when nothing was done";
        return $"({call.Operation}: {repeat})\n{recorder.Text}";
    }

    private sealed class Recorder : HttpMessageHandler
    {
        internal string Text { get; private set; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var address = request.RequestUri!.AbsoluteUri.Replace("https://graph.microsoft.com/v1.0/", "", StringComparison.Ordinal);
            var text = new StringBuilder($"{request.Method} {address}");
            foreach (var (name, values) in request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated ?? default))
            {
                if (name != "User-Agent")
                {
                    text.Append('\n').Append(name).Append(": ").Append(values);
                }
            }

            if (request.Content is { } content)
            {
                var bytes = await content.ReadAsByteArrayAsync(cancellationToken);
                text.Append("\nContent-Length: ").Append(bytes.Length).Append(bytes.Length == 0 ? "" : "\n\n").Append(Body(content, bytes));
            }

            Text = text.ToString();
            return new HttpResponseMessage(HttpStatusCode.NoContent) { RequestMessage = request };
        }

        private static string Body(HttpContent content, byte[] bytes)
        {
            if (content.Headers.ContentType?.MediaType != "application/json")
            {
                return Encoding.UTF8.GetString(bytes);
            }

            using var document = JsonDocument.Parse(bytes);
            using var stream = new MemoryStream();
            using (var writer = new Utf8JsonWriter(stream, Indented))
            {
                document.WriteTo(writer);
            }

            return Encoding.UTF8.GetString(stream.ToArray());
        }
    }
}
