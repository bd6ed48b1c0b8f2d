using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OneDrive.Sdk.Emulator.Control.OpenApi;

/// <summary>
/// Compares a value with a JSON schema, as far as the schemas of the control addresses go: references, types, enumerations (in any case),
/// properties, items, bounds and alternatives.
/// </summary>
internal sealed class SchemaCheck(JsonObject components)
{
    private const string Reference = "#/components/schemas/";

    /// <summary>The first error, as text for display; null when there is none.</summary>
    public string? FindError(JsonObject schema, JsonElement value, string where)
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference)
        {
            return FindError(components["schemas"]![reference[Reference.Length..]]!.AsObject(), value, where);
        }

        if (schema["anyOf"] is JsonArray alternatives)
        {
            var errors = alternatives.Select(alternative => FindError(alternative!.AsObject(), value, where)).ToList();
            return errors.Contains(null) ? null : errors[^1];
        }

        return FindTypeError(schema, value, where) ?? value.ValueKind switch
        {
            JsonValueKind.Object => FindMemberError(schema, value, where),
            JsonValueKind.Array => FindItemError(schema, value, where),
            JsonValueKind.String => FindNameError(schema, value.GetString()!, where),
            JsonValueKind.Number => FindBoundError(schema, value.GetDouble(), where),
            _ => null,
        };
    }

    private static string? FindTypeError(JsonObject schema, JsonElement value, string where)
    {
        string[] types = schema["type"] switch
        {
            null => [],
            JsonArray several => [.. several.Select(type => type!.GetValue<string>())],
            var one => [one.GetValue<string>()],
        };
        return types.Length == 0 || types.Any(type => IsOfType(value, type)) ? null : $"{where} must be {Article(types)}.";
    }

    private static bool IsOfType(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        _ => value.ValueKind == JsonValueKind.Null,
    };

    private static string Article(string[] types) => string.Join(" or ", types.Select(type => type switch
    {
        "object" => "a JSON object",
        "array" => "a list",
        "string" => "a text",
        "boolean" => "true or false",
        "integer" => "a whole number",
        "number" => "a number",
        _ => "null",
    }));

    private string? FindMemberError(JsonObject schema, JsonElement value, string where)
    {
        var properties = schema["properties"]?.AsObject();
        var isClosed = schema["additionalProperties"]?.GetValueKind() == JsonValueKind.False;
        foreach (var required in schema["required"]?.AsArray() ?? [])
        {
            if (!value.TryGetProperty(required!.GetValue<string>(), out _))
            {
                return $"{where} requires '{required}'.";
            }
        }

        foreach (var member in value.EnumerateObject())
        {
            if (properties?[member.Name] is JsonObject property)
            {
                if (FindError(property, member.Value, $"'{member.Name}'") is { } error)
                {
                    return error;
                }
            }
            else if (isClosed)
            {
                string[] names = [.. properties?.Select(one => one.Key) ?? []];
                return $"'{member.Name}' is not a known property.{ControlRequest.Suggest(member.Name, names)} "
                    + (names.Length == 0 ? $"{where} is empty." : $"Known properties: {string.Join(", ", names)}.");
            }
        }

        return null;
    }

    private string? FindItemError(JsonObject schema, JsonElement value, string where)
        => schema["items"] is JsonObject items
            ? value.EnumerateArray()
                .Select(item => FindError(items, item, $"An entry of {where}"))
                .FirstOrDefault(error => error is not null)
            : null;

    private static string? FindNameError(JsonObject schema, string text, string where)
    {
        if (schema["enum"] is not JsonArray names
            || names.Any(name => text.Equals(name!.GetValue<string>(), StringComparison.OrdinalIgnoreCase)))
        {
            return schema["minLength"]?.GetValue<int>() > text.Length ? $"{where} must not be empty." : null;
        }

        string[] all = [.. names.Select(name => name!.GetValue<string>())];
        return $"{where} is '{text}'. It must be one of {string.Join(", ", all)}.{ControlRequest.Suggest(text, all)}";
    }

    private static string? FindBoundError(JsonObject schema, double number, string where)
    {
        if (schema["minimum"]?.GetValue<double>() is { } least && number < least)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{where} must be at least {least}.");
        }

        return schema["maximum"]?.GetValue<double>() is { } most && number > most
            ? string.Create(CultureInfo.InvariantCulture, $"{where} must be at most {most}.")
            : null;
    }
}
