using System.Text.Json;

namespace OneDrive.Sdk.Json;

/// <summary>Writes JSON that was kept unchanged, without its pre-authenticated URLs.</summary>
internal static class KeptJson
{
    /// <summary>What the names of such addresses end with.</summary>
    private static readonly string[] Names = ["downloadUrl", "uploadUrl", "sourceUrl"];

    /// <summary>The address of a thumbnail of a size made to order.</summary>
    private const string PictureAddress = "url";

    /// <summary>The parameter with which SharePoint signs such an address.</summary>
    private const string Signature = "tempauth=";

    internal static bool IsPreAuthenticated(string name, JsonElement value) => value.ValueKind is JsonValueKind.String
        && (Array.Exists(Names, end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            || value.GetRawText().Contains(Signature, StringComparison.OrdinalIgnoreCase));

    internal static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array && MayHoldAddress(value.GetRawText()))
        {
            WriteCleaned(writer, value);
        }
        else
        {
            value.WriteTo(writer);
        }
    }

    private static bool MayHoldAddress(string json) =>
        json.Contains(Signature, StringComparison.OrdinalIgnoreCase)
        || json.Contains($"\"{PictureAddress}\"", StringComparison.Ordinal)
        || Array.Exists(Names, name => json.Contains(name, StringComparison.OrdinalIgnoreCase))

        // An escaped name or value hides what it says.
        || json.Contains("\\u00", StringComparison.Ordinal);

    private static void WriteCleaned(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                var isPicture = value.TryGetProperty("height", out _) && value.TryGetProperty("width", out _);
                foreach (var member in value.EnumerateObject().Where(
                    member => !IsPreAuthenticated(member.Name, member.Value) && !(isPicture && member.NameEquals(PictureAddress))))
                {
                    writer.WritePropertyName(member.Name);
                    WriteCleaned(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var entry in value.EnumerateArray())
                {
                    WriteCleaned(writer, entry);
                }

                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
