using System.Globalization;
using System.Text.Json.Nodes;

namespace OneDrive.Sdk.Emulator.Control.OpenApi;

/// <summary>Describes the control addresses: https://spec.openapis.org/oas/v3.1.0.</summary>
internal static class OpenApiDocument
{
    public static JsonObject Write(IReadOnlyList<ControlOperation> operations, ControlSchemas schemas, string baseUrl, string version)
    {
        var paths = new JsonObject();
        foreach (var operation in operations)
        {
            var path = $"/{ControlRoutes.Prefix}{(operation.Path.Length > 0 ? "/" : string.Empty)}{operation.Path}";
            var item = paths[path]?.AsObject();
            if (item is null)
            {
                paths[path] = item = [];
            }

            item[operation.Method.ToLowerInvariant()] = Write(operation);
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "OneDrive emulator: control",
                ["version"] = version,
                ["description"] = "Configures the emulator, injects faults, and shows the requests of clients. No token is required. Web "
                    + "pages of "
                    + "other origins are rejected. With the parameter 'owner' an address affects only that user or group: tests that run "
                    + "in parallel each create their own user and pass it as owner.",
                ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = baseUrl }),
            ["security"] = new JsonArray(),
            ["tags"] = new JsonArray(
            [
                .. operations.Select(TagOf).Distinct(StringComparer.Ordinal).Select(tag => (JsonNode)new JsonObject { ["name"] = tag }),
            ]),
            ["paths"] = paths,
            ["components"] = schemas.Components,
        };
    }

    private static JsonObject Write(ControlOperation operation)
    {
        var json = new JsonObject
        {
            ["operationId"] = operation.Id,
            ["summary"] = operation.Summary,
            ["tags"] = new JsonArray(TagOf(operation)),
        };
        var parameters = new JsonArray();
        foreach (var segment in operation.Segments)
        {
            if (segment is ['{', .. var name, '}'])
            {
                parameters.Add((JsonNode)Reference("parameters", $"path-{name}"));
            }
        }

        foreach (var name in operation.Parameters)
        {
            parameters.Add((JsonNode)Reference("parameters", name));
        }

        if (parameters.Count > 0)
        {
            json["parameters"] = parameters;
        }

        if (operation.RawBody is { } media)
        {
            json["requestBody"] = new JsonObject { ["required"] = true, ["content"] = new JsonObject { [media] = new JsonObject() } };
        }
        else if (operation.Body is { } body)
        {
            json["requestBody"] = new JsonObject
            {
                ["required"] = operation.IsBodyRequired,
                ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = SchemaOf(body) } },
            };
        }

        json["responses"] = new JsonObject
        {
            [operation.Status.ToString(CultureInfo.InvariantCulture)] = Success(operation),
            ["default"] = Reference("responses", "Error"),
        };
        return json;
    }

    private static JsonObject Success(ControlOperation operation)
    {
        var response = new JsonObject
        {
            ["description"] = operation.Result is null ? "The operation was completed." : "The existing "
            + "entries."
        };
        if (operation.Result is { } result)
        {
            response["content"] = new JsonObject
            {
                [operation.ResultType] = operation.ResultType.Contains("json", StringComparison.Ordinal)
                    ? new JsonObject { ["schema"] = SchemaOf(result) }
                    : new JsonObject(),
            };
        }

        return response;
    }

    private static JsonObject SchemaOf(string name) => name.EndsWith("[]", StringComparison.Ordinal)
        ? new JsonObject { ["type"] = "array", ["items"] = Reference("schemas", name[..^2]) }
        : Reference("schemas", name);

    private static JsonObject Reference(string kind, string name) => new() { ["$ref"] = $"#/components/{kind}/{name}" };

    private static string TagOf(ControlOperation operation) => operation.Segments is [var first, ..] ? first : "console";
}
