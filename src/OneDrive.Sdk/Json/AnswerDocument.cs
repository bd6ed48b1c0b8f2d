using System.Text.Json;

namespace OneDrive.Sdk.Json;

/// <summary>Parses small responses whose members are read individually: of sign-in services, and key sets.</summary>
internal static class AnswerDocument
{
    /// <summary>Parses a document; a byte order mark is skipped, and invalid Unicode is replaced with U+FFFD.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    internal static JsonDocument Parse(ReadOnlyMemory<byte> body, int maximumDepth)
    {
        body = AnswerReader.WithoutMark(body);
        var options = new JsonDocumentOptions { MaxDepth = maximumDepth };
        if (!JsonText.HasBadUnicode(body.Span))
        {
            return JsonDocument.Parse(body, options);
        }

        var reader = new Utf8JsonReader(body.Span, new JsonReaderOptions { MaxDepth = maximumDepth });
        reader.Read();
        var cleaned = CleanJson.Write(ref reader);
        while (reader.Read())
        {
            // Only white space is allowed here; the reader rejects the rest.
        }

        return JsonDocument.Parse(cleaned, options);
    }

    /// <summary>The text of a member; null when the value is not an object, or the member is not a text.</summary>
    internal static string? Text(JsonElement json, string name) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;
}
