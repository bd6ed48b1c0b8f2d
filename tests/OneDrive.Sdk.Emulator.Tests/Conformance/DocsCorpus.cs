using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace OneDrive.Sdk.Emulator.Tests.Conformance;

/// <summary>
/// Examples from the documentation of the service: requests.jsonl and responses.jsonl in tests/Shared/Corpus, which holds facts only, or in
/// the folder that the environment variable names.
/// </summary>
internal static class DocsCorpus
{
    private const string Variable = "ONEDRIVE_DOCS_CORPUS";

    private const string ReportVariable = "ONEDRIVE_DOCS_REPORT";

    private static string Folder => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : FactsFolder();

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

    private static string FactsFolder([CallerFilePath] string source = "")
        => Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "Shared", "Corpus");

    private static IEnumerable<JsonNode> Lines(string file)
        => File.ReadLines(Path.Combine(Folder, file)).Where(line => line.Length > 0).Select(line => JsonNode.Parse(line)!);
}
