using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Control.Support;

/// <summary>
/// A client that knows of the control addresses what their OpenAPI document says, and compares every request and answer with it.
/// </summary>
internal sealed class ControlClient : IAsyncDisposable
{
    private ControlClient(EmulatorClient graph, JsonNode document) => (Graph, Document) = (graph, document);

    public EmulatorClient Graph { get; }

    public OneDriveEmulator Emulator => Graph.Emulator;

    public JsonNode Document { get; }

    public static async Task<ControlClient> StartAsync(Action<EmulatorOptions>? configure = null)
    {
        var graph = await EmulatorClient.StartAsync(configure);
        using var response = await graph.SendAnonymouslyAsync(HttpMethod.Get, "_emulator/openapi.json");
        return new ControlClient(graph, await EmulatorClient.ReadJsonAsync(response));
    }

    public Task<JsonNode?> GetAsync(string path) => SendAsync("GET", path);

    public Task<JsonNode?> PostAsync(string path, string? json = null) => SendAsync("POST", path, json);

    public Task<JsonNode?> DeleteAsync(string path) => SendAsync("DELETE", path);

    /// <summary>Does something, and checks that request and answer are as described.</summary>
    public async Task<JsonNode?> SendAsync(string method, string path, string? json = null)
    {
        var operation = Find(method, path);
        CheckParameters(operation, path);
        if (json is not null)
        {
            var schema = operation["requestBody"]!["content"]!["application/json"]!["schema"]!;
            SchemaAssert.Agrees(Document, schema, JsonNode.Parse(json), "body");
        }

        using var content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        return await ReadAsync(operation, method, path, content);
    }

    /// <summary>Sends bytes.</summary>
    public Task<JsonNode?> PutBytesAsync(string path, byte[] bytes)
        => ReadAsync(Find("PUT", path), "PUT", path, new ByteArrayContent(bytes));

    /// <summary>Does something that is refused, and answers what is said of it.</summary>
    public async Task<string> RefuseAsync(string method, string path, int status, string? json = null)
    {
        using var content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await Graph.SendAnonymouslyAsync(new HttpMethod(method), $"_emulator/{path}", content);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == status, $"{method} {path}: {(int)response.StatusCode} {text}");
        SchemaAssert.Agrees(Document, Document["components"]!["schemas"]!["Error"]!, JsonNode.Parse(text), "error");
        return JsonNode.Parse(text)!["error"]!["message"]!.GetValue<string>();
    }

    public async ValueTask DisposeAsync() => await Graph.DisposeAsync();

    private async Task<JsonNode?> ReadAsync(JsonObject operation, string method, string path, HttpContent? content)
    {
        using var response = await Graph.SendAnonymouslyAsync(new HttpMethod(method), $"_emulator/{path}".TrimEnd('/'), content);
        var text = await response.Content.ReadAsStringAsync();
        var status = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        var described = operation["responses"]![status];
        Assert.True(described is not null, $"{method} {path} answered {status}, which is not described: {text}");
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        if (described["content"] is not JsonObject media)
        {
            Assert.Empty(text);
            return null;
        }

        var (type, form) = media.Single();
        if (!type.Contains("json", StringComparison.Ordinal) || type == "application/jsonl")
        {
            return JsonValue.Create(text);
        }

        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        SchemaAssert.Agrees(Document, form!["schema"]!, JsonNode.Parse(text), $"{method} {path}");
        return JsonNode.Parse(text);
    }

    private JsonObject Find(string method, string path)
    {
        var segments = $"_emulator/{path.Split('?')[0]}".Split('/', StringSplitOptions.RemoveEmptyEntries);
        var matches = Document["paths"]!.AsObject()
            .Where(one => Matches(one.Key.Split('/', StringSplitOptions.RemoveEmptyEntries), segments));
        var (_, item) = matches.OrderBy(one => one.Key.Count(character => character == '{')).FirstOrDefault();
        return item?[method.ToLowerInvariant()]?.AsObject()
            ?? throw new InvalidOperationException($"{method} {path} is not described.");
    }

    private void CheckParameters(JsonObject operation, string path)
    {
        var names = operation["parameters"]?.AsArray()
            .Select(parameter => SchemaAssert.Resolve(Document, parameter!["$ref"]!.GetValue<string>())["name"]!.GetValue<string>()) ?? [];
        foreach (var pair in path.Split('?').Skip(1).SelectMany(query => query.Split('&')))
        {
            Assert.Contains(pair.Split('=')[0], names);
        }
    }

    private static bool Matches(string[] template, string[] segments)
        => template.Length == segments.Length
            && template.Zip(segments).All(pair => pair.First is ['{', .., '}'] || pair.First == pair.Second);
}
