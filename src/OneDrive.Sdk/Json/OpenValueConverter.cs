using System.Text.Json;
using System.Text.Json.Serialization;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Json;

/// <summary>Reads and writes a value of an open set as a plain string, known or not.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
internal sealed class OpenValueConverter<T> : JsonConverter<T>
    where T : struct, IOpenValue<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? T.Create(reader.GetString()!)
            : throw new JsonException($"A string was expected, not {reader.TokenType}.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
