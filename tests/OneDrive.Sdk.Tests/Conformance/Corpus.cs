using System.Runtime.CompilerServices;
using System.Text.Json;

namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>
/// Examples from the documentation of the service: requests.jsonl, responses.jsonl and schema.json in tests/Shared/Corpus, which holds
/// facts only, or in the folder that the environment variable names.
/// </summary>
internal static class Corpus
{
    private const string Variable = "ONEDRIVE_DOCS_CORPUS";

    private static string Folder => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : FactsFolder();

    /// <summary>The requests that are current: a newer page replaces the example of an older one.</summary>
    internal static IReadOnlyList<CorpusRequest> Requests() =>
        [.. Lines("requests.jsonl").Where(line => !IsSuperseded(line)).Select(CorpusRequest.Read)];

    /// <summary>The answers and payloads that hold JSON; older ones too, since services may still send them.</summary>
    internal static IReadOnlyList<CorpusResponse> Responses() =>
        [.. Lines("responses.jsonl").Select(CorpusResponse.Read).Where(response => response.Json is not null)];

    /// <summary>The types of the service by name, without the namespace.</summary>
    internal static IReadOnlyDictionary<string, JsonElement> SchemaTypes()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "schema.json")));
        return document.RootElement.GetProperty("types").EnumerateObject().ToDictionary(
            type => type.Name["microsoft.graph.".Length..], type => type.Value.Clone(), StringComparer.Ordinal);
    }

    private static string FactsFolder([CallerFilePath] string source = "") =>
        Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "Shared", "Corpus");

    private static bool IsSuperseded(JsonElement line) =>
        line.TryGetProperty("superseded", out var value) && value.ValueKind is JsonValueKind.True;

    private static IEnumerable<JsonElement> Lines(string file) =>
        File.ReadLines(Path.Combine(Folder, file)).Where(line => line.Length > 0).Select(line =>
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.Clone();
        });
}
