using System.Text.Json;

namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>A documented answer, or a body from the page of a type.</summary>
/// <param name="Id">The name of the example.</param>
/// <param name="Type">The type without its namespace; null when the page names none.</param>
/// <param name="IsCollection">Whether it is a list of the type.</param>
/// <param name="Status">The status; null for a bare body.</param>
/// <param name="Json">The body; null when it holds none that is JSON.</param>
internal sealed record CorpusResponse(string Id, string? Type, bool IsCollection, int? Status, JsonElement? Json)
{
    private const string CollectionPrefix = "Collection(";

    internal static CorpusResponse Read(JsonElement line)
    {
        var type = Find(line, "resourceType")?.GetString();
        var isCollection = type?.StartsWith(CollectionPrefix, StringComparison.Ordinal) is true;
        var name = isCollection ? type![CollectionPrefix.Length..^1] : type;
        return new CorpusResponse(
            line.GetProperty("id").GetString()!,
            name?.Replace("microsoft.graph.", "", StringComparison.Ordinal),
            isCollection,
            Find(line, "status") is { ValueKind: JsonValueKind.Number } status ? status.GetInt32() : null,
            Find(line, "json"));
    }

    private static JsonElement? Find(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;
}
