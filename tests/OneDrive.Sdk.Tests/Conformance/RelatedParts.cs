using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>A body of two parts: what is known of a file, and its content.</summary>
/// <param name="Metadata">The first part.</param>
/// <param name="Content">The second part.</param>
/// <param name="ContentType">The media type of the second part.</param>
internal sealed record RelatedParts(JsonElement Metadata, string Content, string ContentType)
{
    internal ConflictBehavior? Conflict =>
        Enum.TryParse<ConflictBehavior>(Text("@microsoft.graph.conflictBehavior"), ignoreCase: true, out var behavior) ? behavior : null;

    internal static bool Has(CorpusRequest request) => request.Text is not null
        && request.Headers.GetValueOrDefault("Content-Type")?.StartsWith("multipart/related", StringComparison.OrdinalIgnoreCase) is true;

    internal static RelatedParts Of(string contentType, string body)
    {
        var parameters = MediaTypeHeaderValue.Parse(contentType).Parameters;
        var boundary = parameters.Single(parameter => parameter.Name == "boundary").Value!.Trim('"');
        string[][] parts =
        [
            .. body.ReplaceLineEndings("\n").Split("--" + boundary)[1..3].Select(part => part.Trim('\n').Split("\n\n", 2)),
        ];
        using var metadata = JsonDocument.Parse(parts[0][1]);
        var type = parts[1][0].Split('\n').FirstOrDefault(line => line.StartsWith("Content-Type:", StringComparison.OrdinalIgnoreCase));
        return new(metadata.RootElement.Clone(), parts[1][1].Trim('\n'), type?.Split(':', 2)[1].Trim() ?? "application/octet-stream");
    }

    internal static RelatedParts Of(SentCall call) => Of(call.Headers["Content-Type"], Encoding.UTF8.GetString(call.Body));

    internal string? Text(string name) =>
        Metadata.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
