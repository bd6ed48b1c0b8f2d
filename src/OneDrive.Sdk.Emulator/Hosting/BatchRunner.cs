using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Hosting;

/// <summary>
/// Carries out a batch: each entry is a request of its own, with faults and a recording of its own. The responses come in the reverse
/// order, since the service promises none. See https://learn.microsoft.com/graph/json-batching.
/// </summary>
internal sealed class BatchRunner(Func<Exchange, CancellationToken, Task<Answer>> answer)
{
    private const int LargestBatch = 20;
    private static readonly string[] Versions = ["v1.0/", "beta/"];

    public async Task<Answer> RunAsync(Exchange outer, CancellationToken cancellationToken)
    {
        var body = await JsonText.ReadObjectAsync(outer.Body, cancellationToken).ConfigureAwait(false);
        var entries = Read(body);
        var statuses = new Dictionary<string, int>(StringComparer.Ordinal);
        var responses = new JsonArray();
        foreach (var entry in entries)
        {
            var response = entry.DependsOn.All(id => statuses.TryGetValue(id, out var status) && status < 400)
                ? await AnswerAsync(outer, entry, cancellationToken).ConfigureAwait(false)
                : FailedDependency(entry);
            statuses[entry.Id] = response["status"]!.GetValue<int>();
            responses.Insert(0, response);
        }

        return Answer.Json(200, new JsonObject { ["responses"] = responses });
    }

    private static List<BatchEntry> Read(JsonElement body)
    {
        if (!body.TryGetProperty("requests", out var requests) || requests.ValueKind != JsonValueKind.Array)
        {
            throw GraphError.InvalidRequest("The batch does not contain requests.");
        }

        var entries = requests.EnumerateArray().Select(BatchEntry.Read).ToList();
        if (entries.Count is 0 or > LargestBatch)
        {
            throw GraphError.InvalidRequest($"Number of batch request steps exceeds the maximum value of {LargestBatch}, or is zero.");
        }

        if (entries.Select(entry => entry.Id).Distinct(StringComparer.Ordinal).Count() != entries.Count)
        {
            throw GraphError.InvalidRequest("Each request of a batch must have a unique id.");
        }

        return IsKnownShape(entries)
            ? entries
            : throw GraphError.InvalidRequest("Dependencies must be serial, all on the same request, or absent.");
    }

    private static bool IsKnownShape(List<BatchEntry> entries)
    {
        var rest = entries.Skip(1).ToList();
        return entries.TrueForAll(entry => entry.DependsOn.Count == 0)
            || (entries[0].DependsOn.Count == 0
                && (rest.TrueForAll(entry => entry.DependsOn is [var id] && id == entries[0].Id)
                    || entries.Zip(rest).All(pair => pair.Second.DependsOn is [var id] && id == pair.First.Id)));
    }

    private async Task<JsonObject> AnswerAsync(Exchange outer, BatchEntry entry, CancellationToken cancellationToken)
    {
        // Addresses are relative to the version. The JavaScript client of Microsoft Graph leaves the version in them.
        var url = entry.Url.TrimStart('/');
        var namesVersion = Versions.Any(version => url.StartsWith(version, StringComparison.OrdinalIgnoreCase));
        var target = new RequestTarget(namesVersion ? $"/{url}" : $"/{outer.Target.Segments[0]}/{url}");
        var http = new DefaultHttpContext();
        http.Request.Method = entry.Method;
        http.Request.Scheme = outer.Request.Scheme;
        http.Request.Host = outer.Request.Host;
        http.Request.ContentLength = entry.Body.Length;
        http.Request.Headers.Authorization = outer.Request.Headers.Authorization;
        foreach (var (name, value) in entry.Headers)
        {
            http.Request.Headers[name] = value;
        }

        var inner = new Exchange(http, target, new CountingStream(new MemoryStream(entry.Body)));
        var result = await answer(inner, cancellationToken).ConfigureAwait(false);
        return Render(entry.Id, result);
    }

    private static JsonObject Render(string id, Answer result)
    {
        var headers = new JsonObject();
        foreach (var (name, value) in result.Headers)
        {
            headers[name] = value;
        }

        var response = new JsonObject { ["id"] = id, ["status"] = result.Status, ["headers"] = headers };
        if (result.Body is { Length: > 0 } bytes)
        {
            var isJson = result.Headers.TryGetValue("Content-Type", out var type)
                && type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase);
            response["body"] = isJson ? JsonNode.Parse(bytes) : Convert.ToBase64String(bytes);
        }

        return response;
    }

    private static JsonObject FailedDependency(BatchEntry entry) => new()
    {
        ["id"] = entry.Id,
        ["status"] = 424,
        ["headers"] = new JsonObject { ["Content-Type"] = "application/json" },
        ["body"] = new JsonObject
        {
            ["error"] = new JsonObject { ["code"] = "FailedDependency", ["message"] = "A request that this request depends on failed." },
        },
    };
}
