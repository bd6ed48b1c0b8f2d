using System.Text.Json;

namespace OneDrive.Sdk.SharePoint;

/// <summary>The values of columns, which may have any name.</summary>
internal sealed class FieldValues(IReadOnlyDictionary<string, JsonElement> values) : IReadableModel<FieldValues>
{
    internal IReadOnlyDictionary<string, JsonElement> Values => values;

    public static FieldValues Read(ref ModelReader reader) => new(reader.Elements()!);

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.Additional(values);
        writer.WriteEndObject();
    }
}
