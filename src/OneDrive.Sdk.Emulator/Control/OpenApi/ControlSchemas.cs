using System.Text.Json;
using System.Text.Json.Nodes;

namespace OneDrive.Sdk.Emulator.Control.OpenApi;

/// <summary>
/// The schemas of what the control addresses take and give, from schemas.json. Where that says <c>"enum": "FaultKind"</c> the names of the
/// enumeration stand in its place.
/// </summary>
internal sealed class ControlSchemas
{
    private readonly JsonObject _components;

    public ControlSchemas()
    {
        using var stream = typeof(ControlSchemas).Assembly.GetManifestResourceStream("OpenApi/schemas.json")!;
        _components = JsonNode.Parse(stream)!.AsObject();
        FillEnums(_components);
    }

    /// <summary>The components of the OpenAPI document: schemas and parameters.</summary>
    public JsonObject Components => _components.DeepClone().AsObject();

    public JsonObject Schema(string name) => _components["schemas"]![name]!.AsObject();

    /// <summary>A schema that can be used automatically.</summary>
    public JsonObject Standalone(string name)
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$ref"] = $"#/components/schemas/{name}",
        };
        schema["components"] = new JsonObject { ["schemas"] = _components["schemas"]!.DeepClone() };
        return schema;
    }

    /// <summary>What is wrong with a value; null when it agrees with the schema.</summary>
    public string? FindError(string name, JsonElement value) => new SchemaCheck(_components).FindError(Schema(name), value, "The body");

    private static void FillEnums(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                if (members["enum"] is JsonValue name)
                {
                    members["enum"] = new JsonArray([.. NamesOf(name.GetValue<string>()).Select(one => (JsonNode)one)]);
                }

                foreach (var member in members.ToList())
                {
                    FillEnums(member.Value);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    FillEnums(item);
                }

                break;
        }
    }

    private static string[] NamesOf(string name) => name switch
    {
        nameof(EmulatorDriveType) => Enum.GetNames<EmulatorDriveType>(),
        nameof(EmulatorOperation) => Enum.GetNames<EmulatorOperation>(),
        nameof(EmulatorQuirk) => Enum.GetNames<EmulatorQuirk>(),
        nameof(FaultKind) => Enum.GetNames<FaultKind>(),
        nameof(FaultPlace) => Enum.GetNames<FaultPlace>(),
        nameof(FaultCorruption) => Enum.GetNames<FaultCorruption>(),
        nameof(RetryAfterForm) => Enum.GetNames<RetryAfterForm>(),
        nameof(DeltaResync) => Enum.GetNames<DeltaResync>(),
        nameof(ServiceLimitsProfile) => Enum.GetNames<ServiceLimitsProfile>(),
        nameof(ThrottleProfile) => Enum.GetNames<ThrottleProfile>(),
        _ => throw new InvalidOperationException($"schemas.json contains the enumeration '{name}', which does not exist."),
    };
}
