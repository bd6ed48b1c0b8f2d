using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Json;

/// <summary>Reads and writes a truth value that the service sends as text, such as <c>"True"</c>.</summary>
internal sealed class TextBooleanConverter : JsonConverter<bool?>
{
    /// <inheritdoc/>
    public override bool? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.True or JsonTokenType.False:
                return reader.GetBoolean();
            case JsonTokenType.String:
                return bool.TryParse(reader.GetString(), out var value) ? value : null;
            default:
                reader.Skip();
                return null;
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, bool? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value is true ? bool.TrueString : bool.FalseString);
}
