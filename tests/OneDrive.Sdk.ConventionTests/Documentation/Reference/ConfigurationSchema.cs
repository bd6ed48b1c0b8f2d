using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OneDrive.Sdk.ConventionTests.Documentation.Reference;

/// <summary>Writes the JSON schema of the section for the completion of appsettings.json in editors.</summary>
internal static class ConfigurationSchema
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
    };

    private static readonly Regex Link = new(
        @"\[[^\]]*\]\((?<address>[^)]*)\)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    internal static string Write()
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft-07/schema",
            ["type"] = "object",
            ["properties"] = new JsonObject { ["OneDrive"] = Section(ConfigurationSection.All[0]) },
        };
        return schema.ToJsonString(Layout) + "\n";
    }

    private static JsonObject Section(ConfigurationSection section)
    {
        var properties = new JsonObject();
        foreach (var key in section.Keys)
        {
            properties[key.Name] = Key(key);
        }

        foreach (var name in section.Sections)
        {
            properties[name] = Section(section.Inner(name));
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["description"] = Plain(section.Purpose),
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
    }

    private static JsonObject Key(ConfigurationKey key)
    {
        var schema = new JsonObject { ["type"] = TypeName(key.Type) };
        if (key.Choices.Count > 0)
        {
            schema["enum"] = new JsonArray([.. key.Choices.Select(choice => JsonValue.Create(choice))]);
        }

        if (key.Type == typeof(TimeSpan))
        {
            schema["pattern"] = @"^-?(\d+\.)?\d{1,2}:\d{1,2}(:\d{1,2}(\.\d{1,7})?)?$";
        }

        if (key.Type == typeof(Uri))
        {
            schema["format"] = "uri";
        }

        schema["description"] = Plain($"{key.Description} Default: {key.Default}.");
        return schema;
    }

    private static string TypeName(Type type) => type switch
    {
        _ when type == typeof(bool) => "boolean",
        _ when type == typeof(int) || type == typeof(long) => "integer",
        _ when type == typeof(double) => "number",
        _ => "string",
    };

    private static string Plain(string markdown) =>
        Link.Replace(markdown.Replace("`", "", StringComparison.Ordinal), "${address}");
}
