using System.Text.Json;
using System.Text.Json.Serialization;
using OneDrive.Sdk.Requests;

namespace OneDrive.Sdk.Json;

/// <summary>Writes a conflict behaviour; the service never sends one back, so that there is nothing to read.</summary>
internal sealed class ConflictBehaviorConverter : JsonConverter<ConflictBehavior>
{
    /// <inheritdoc/>
    public override ConflictBehavior Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new JsonException("A conflict behaviour is sent and never received.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ConflictBehavior value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToWireValue());
}
