using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Hosting;

/// <summary>
/// JSON in and out, without reflection, and without a null anywhere: clients take the presence of a property for its meaning.
/// </summary>
internal static class JsonText
{
    private const int LongestBody = 4 * 1024 * 1024;

    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] ToBytes(JsonNode json)
    {
        using var buffer = new PooledWriter();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            json.WriteTo(writer);
        }

        return buffer.ToArray();
    }

    /// <summary>Reads a body that must be a JSON object; an empty body is an empty object.</summary>
    public static async Task<JsonElement> ReadObjectAsync(Stream body, CancellationToken cancellationToken)
    {
        var json = await ReadAsync(body, cancellationToken).ConfigureAwait(false);
        return json.ValueKind == JsonValueKind.Object
            ? json
            : throw GraphError.InvalidRequest("The body of the request must be a JSON object.");
    }

    /// <summary>Reads a body of JSON; an empty body is an empty object.</summary>
    public static async Task<JsonElement> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        var json = await ShortBody.ReadAsync(body, LongestBody, cancellationToken).ConfigureAwait(false)
            ?? throw new GraphError(413, "invalidRequest", "The request is too large.");
        if (json.Length == 0)
        {
            json = "{}"u8.ToArray();
        }

        try
        {
            RequireText(json);
            using var document = JsonDocument.Parse(json);
            return document.RootElement.Clone();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw GraphError.InvalidRequest("The body of the request is not valid JSON.");
        }
    }

    /// <summary>A property that must be an object when it is there; an absent or null one is null.</summary>
    public static JsonElement? GetObject(this JsonElement json, string name) => Get(json, name, JsonValueKind.Object);

    /// <summary>A property that must be text when it is there; an absent or null one is null.</summary>
    public static string? GetText(this JsonElement json, string name)
    {
        try
        {
            return Get(json, name, JsonValueKind.String)?.GetString();
        }
        catch (InvalidOperationException)
        {
            throw GraphError.InvalidRequest($"The value of '{name}' is not valid text.");
        }
    }

    /// <summary>A property that must be a date when it is there.</summary>
    public static DateTimeOffset? GetDate(this JsonElement json, string name)
    {
        if (Get(json, name, JsonValueKind.String) is not { } value)
        {
            return null;
        }

        return value.TryGetDateTimeOffset(out var date)
            ? date.ToUniversalTime()
            : throw GraphError.InvalidRequest($"The value of '{name}' is not a date.");
    }

    /// <summary>A property that must be a whole number when it is there.</summary>
    public static long? GetInteger(this JsonElement json, string name)
    {
        if (Get(json, name, JsonValueKind.Number) is not { } value)
        {
            return null;
        }

        return value.TryGetInt64(out var number)
            ? number
            : throw GraphError.InvalidRequest($"The value of '{name}' is not a whole number.");
    }

    /// <summary>A property that must be true or false when it is there.</summary>
    public static bool? GetFlag(this JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw GraphError.InvalidRequest($"The value of '{name}' is not true or false."),
        };
    }

    // An unpaired surrogate can be written as an escape, but is not valid text; later readers would fail.
    private static void RequireText(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader is { TokenType: JsonTokenType.String or JsonTokenType.PropertyName, ValueIsEscaped: true })
            {
                _ = reader.GetString();
            }
        }
    }

    private static JsonElement? Get(JsonElement json, string name, JsonValueKind kind)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind == kind ? value : throw GraphError.InvalidRequest($"The value of '{name}' has the wrong type.");
    }
}
