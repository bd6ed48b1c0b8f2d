using System.Text.Json;
using System.Text.Json.Nodes;

namespace OneDrive.Sdk.Emulator.Tests.Control.Support;

/// <summary>Compares JSON with a schema of an OpenAPI document, letter by letter. Knows nothing of how the emulator does that.</summary>
internal static class SchemaAssert
{
    public static void Agrees(JsonNode document, JsonNode schema, JsonNode? value, string where)
    {
        if (FindError(document, schema.AsObject(), value, where) is { } error)
        {
            Assert.Fail(error);
        }
    }

    private static string? FindError(JsonNode document, JsonObject schema, JsonNode? value, string where)
    {
        if (schema["$ref"] is { } reference)
        {
            return FindError(document, Resolve(document, reference.GetValue<string>()), value, where);
        }

        if (schema["anyOf"] is JsonArray alternatives)
        {
            var errors = alternatives.Select(one => FindError(document, one!.AsObject(), value, where)).ToList();
            return errors.Contains(null) ? null : string.Join(" | ", errors);
        }

        var types = schema["type"] is JsonArray several ? several.Select(type => type!.GetValue<string>()).ToList()
            : schema["type"] is { } one ? [one.GetValue<string>()] : [];
        if (types.Count > 0 && !types.Exists(type => IsOfType(value, type)))
        {
            return $"{where} is {value?.ToJsonString() ?? "null"}, and no {string.Join(" or ", types)}";
        }

        if (schema["enum"] is JsonArray names && !names.Any(name => JsonNode.DeepEquals(name, value)))
        {
            return $"{where} is {value?.ToJsonString()}, which is not in the enumeration";
        }

        return value switch
        {
            JsonObject members => FindMemberError(document, schema, members, where),
            JsonArray items when schema["items"] is JsonObject item =>
                items.Select((entry, index) => FindError(document, item, entry, $"{where}[{index}]"))
                    .FirstOrDefault(error => error is not null),
            _ => null,
        };
    }

    public static JsonObject Resolve(JsonNode document, string reference)
        => reference[2..].Split('/').Aggregate(document, (node, name) => node[name]
            ?? throw new InvalidOperationException($"{reference} leads nowhere.")).AsObject();

    private static string? FindMemberError(JsonNode document, JsonObject schema, JsonObject members, string where)
    {
        var missing = schema["required"]?.AsArray().FirstOrDefault(name => !members.ContainsKey(name!.GetValue<string>()));
        if (missing is not null)
        {
            return $"{where} has no {missing}";
        }

        foreach (var (name, value) in members)
        {
            var property = schema["properties"]?[name] ?? schema["additionalProperties"] as JsonObject;
            if (property is null && schema["additionalProperties"]?.GetValueKind() == JsonValueKind.False)
            {
                return $"{where}.{name} is not described";
            }

            if (property is not null && FindError(document, property.AsObject(), value, $"{where}.{name}") is { } error)
            {
                return error;
            }
        }

        return null;
    }

    private static bool IsOfType(JsonNode? value, string type) => (type, value?.GetValueKind()) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) or ("number", JsonValueKind.Number) or ("null", null) => true,
        ("integer", JsonValueKind.Number) => !value!.ToJsonString().Contains('.', StringComparison.Ordinal),
        _ => false,
    };
}
