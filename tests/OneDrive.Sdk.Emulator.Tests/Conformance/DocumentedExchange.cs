using System.Text.Json.Nodes;

namespace OneDrive.Sdk.Emulator.Tests.Conformance;

/// <summary>A request as a page of the documentation writes it, and the answer that the page shows.</summary>
internal sealed class DocumentedExchange(JsonNode request, JsonNode? answer)
{
    private static readonly string[] Roots =
        ["https://graph.microsoft.com/v1.0", "https://graph.microsoft.com/beta", "https://api.onedrive.com/v1.0"];

    private readonly JsonNode _http = request["http"]!;

    internal string Id => request["id"]!.GetValue<string>();

    internal string Name => request["name"]?.GetValue<string>() ?? string.Empty;

    /// <summary>Whether it is an address with placeholders only, without headers, body and answer.</summary>
    internal bool IsTemplate => request["kind"]!.GetValue<string>() == "template";

    internal string Method => _http["method"]!.GetValue<string>();

    internal string Url => _http["url"]!.GetValue<string>();

    /// <summary>Whether it goes to an address that the service gave, and not to the service.</summary>
    internal bool IsForeign => Url.Contains("://", StringComparison.Ordinal)
        && !Roots.Any(root => Url.StartsWith(root, StringComparison.Ordinal));

    /// <summary>Path and query below the version of the service.</summary>
    internal string Target
        => Roots.Aggregate(Url, (url, root) => url.StartsWith(root, StringComparison.Ordinal) ? url[root.Length..] : url);

    internal IReadOnlyDictionary<string, string> Headers => _http["headers"] is JsonObject headers
        ? headers.ToDictionary(header => header.Key, header => header.Value!.ToString(), StringComparer.OrdinalIgnoreCase)
        : [];

    internal JsonObject? Body => _http["body"] as JsonObject;

    internal string? Text => _http["body"] is JsonValue value ? value.GetValue<string>() : null;

    internal int? Status => answer?["status"]?.GetValue<int>();

    internal JsonObject? Answer => answer?["json"] as JsonObject;

    internal bool Says(string word) => Url.Contains(word, StringComparison.OrdinalIgnoreCase);
}
