using System.Buffers;
using System.Text.Json;

namespace OneDrive.Sdk.Json;

/// <summary>
/// Rewrites JSON with invalid Unicode, which is replaced with U+FFFD, because reading such a <see cref="JsonElement"/> throws an exception.
/// </summary>
internal static class CleanJson
{
    /// <summary>The value at the reader; the reader moves to its last token.</summary>
    internal static ReadOnlyMemory<byte> Write(ref Utf8JsonReader reader)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Copy(ref reader, writer);
        }

        return buffer.WrittenMemory;
    }

    private static void Copy(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        var depth = reader.CurrentDepth;
        do
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    writer.WriteStartObject();
                    break;
                case JsonTokenType.EndObject:
                    writer.WriteEndObject();
                    break;
                case JsonTokenType.StartArray:
                    writer.WriteStartArray();
                    break;
                case JsonTokenType.EndArray:
                    writer.WriteEndArray();
                    break;
                case JsonTokenType.PropertyName:
                    writer.WritePropertyName(JsonText.Decode(reader.ValueSpan, reader.ValueIsEscaped));
                    break;
                case JsonTokenType.String:
                    writer.WriteStringValue(JsonText.Decode(reader.ValueSpan, reader.ValueIsEscaped));
                    break;
                default:
                    writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                    break;
            }
        }
        while (!IsLast(ref reader, depth) && reader.Read());
    }

    private static bool IsLast(ref Utf8JsonReader reader, int depth) => reader.CurrentDepth == depth
        && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.PropertyName);
}
