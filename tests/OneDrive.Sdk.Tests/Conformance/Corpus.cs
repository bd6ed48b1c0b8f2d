using System.Text.Json;

namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>
/// A folder of examples from the documentation of the service: requests.jsonl, responses.jsonl and schema.json. The environment variable
/// names it; without it nothing is compared, and that is said.
/// </summary>
internal static class Corpus
{
    internal const string Variable = "ONEDRIVE_DOCS_CORPUS";

    /// <summary>The folder; null when none is named.</summary>
    internal static string? Folder => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : null;

    /// <summary>The requests that are current: a newer page replaces the example of an older one.</summary>
    internal static IReadOnlyList<CorpusRequest> Requests() =>
        [.. Lines("requests.jsonl").Where(line => !IsSuperseded(line)).Select(CorpusRequest.Read)];

    /// <summary>The answers and payloads that hold JSON; older ones too, since services may still send them.</summary>
    internal static IReadOnlyList<CorpusResponse> Responses() =>
        [.. Lines("responses.jsonl").Select(CorpusResponse.Read).Where(response => response.Json is not null)];

    /// <summary>The types of the service by name, without the namespace.</summary>
    internal static IReadOnlyDictionary<string, JsonElement> SchemaTypes()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder!, "schema.json")));
        return document.RootElement.GetProperty("types").EnumerateObject().ToDictionary(
            type => type.Name["microsoft.graph.".Length..], type => type.Value.Clone(), StringComparer.Ordinal);
    }

    private static bool IsSuperseded(JsonElement line) =>
        line.TryGetProperty("superseded", out var value) && value.ValueKind is JsonValueKind.True;

    private static IEnumerable<JsonElement> Lines(string file) =>
        File.ReadLines(Path.Combine(Folder!, file)).Where(line => line.Length > 0).Select(line =>
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.Clone();
        });
}
