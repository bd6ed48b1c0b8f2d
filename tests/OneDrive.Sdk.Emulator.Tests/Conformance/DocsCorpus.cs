using System.Text.Json.Nodes;

namespace OneDrive.Sdk.Emulator.Tests.Conformance;

/// <summary>
/// A folder of examples from the documentation of the service, requests.jsonl and responses.jsonl. The environment variable names it;
/// without it nothing is replayed.
/// </summary>
internal static class DocsCorpus
{
    internal const string Variable = "ONEDRIVE_DOCS_CORPUS";

    private const string ReportVariable = "ONEDRIVE_DOCS_REPORT";

    internal static string? Folder => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : null;

    /// <summary>The current requests, each with its answer where the page shows one.</summary>
    internal static IReadOnlyList<DocumentedExchange> Read()
    {
        var answers = Lines("responses.jsonl").Where(line => line["requestId"] is not null)
            .GroupBy(line => line["requestId"]!.GetValue<string>(), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        return
        [
            .. Lines("requests.jsonl").Where(line => line["superseded"]?.GetValue<bool>() is not true).Select(line =>
                new DocumentedExchange(line, answers.GetValueOrDefault(line["id"]!.GetValue<string>()))),
        ];
    }

    /// <summary>Says what was found, in a file where one is named.</summary>
    internal static void Report(IEnumerable<string> lines)
    {
        if (Environment.GetEnvironmentVariable(ReportVariable) is { Length: > 0 } file)
        {
            File.AppendAllLines(file, lines);
        }
    }

    private static IEnumerable<JsonNode> Lines(string file)
        => File.ReadLines(Path.Combine(Folder!, file)).Where(line => line.Length > 0).Select(line => JsonNode.Parse(line)!);
}
