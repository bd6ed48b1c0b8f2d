using System.Text.Json;
using System.Text.Json.Serialization;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Tests.Support.Json;

/// <summary>
/// Reads and writes times as <see cref="WireDate"/> says. One odd time in a long list does not make the list unreadable: it counts as
/// absent.
/// </summary>
internal sealed class OracleDateConverter : JsonConverter<DateTimeOffset?>
{
    /// <inheritdoc/>
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return WireDate.Parse(reader.GetString());
        reader.Skip();
        return null;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(WireDate.Format(value));
}
