using System.Globalization;
using System.Text.Json.Nodes;

namespace OneDrive.Sdk.Emulator.Recording;

/// <summary>Recorded exchanges as JSON.</summary>
internal static class TrafficJson
{
    public static JsonObject Write(TrafficEntry entry)
    {
        var json = new JsonObject
        {
            ["sequence"] = entry.Sequence,
            ["time"] = entry.Time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            ["method"] = entry.Method,
            ["target"] = entry.Target,
            ["operation"] = entry.Operation.ToString(),
            ["owners"] = new JsonArray([.. entry.Owners.Select(owner => (JsonNode)owner)]),
            ["requestHeaders"] = Headers(entry.RequestHeaders),
            ["hasAuthorization"] = entry.HasAuthorization,
            ["requestBodyLength"] = entry.RequestBodyLength,
            ["responseHeaders"] = Headers(entry.ResponseHeaders),
            ["responseBodyLength"] = entry.ResponseBodyLength,
            ["isCompleted"] = entry.IsCompleted,
        };
        if (entry.IsCompleted)
        {
            json["durationMilliseconds"] = Math.Round(entry.Duration.TotalMilliseconds, 1);
        }

        AddBody(json, "requestBody", entry.RequestBody);
        AddBody(json, "responseBody", entry.ResponseBody);
        if (entry.ItemPath is { } path)
        {
            json["itemPath"] = path;
        }

        if (entry.StatusCode is { } status)
        {
            json["statusCode"] = status;
        }

        if (entry.Fault is { } fault)
        {
            json["fault"] = fault.ToString();
        }

        return json;
    }

    private static void AddBody(JsonObject json, string name, RecordedBody? body)
    {
        if (body is not null)
        {
            json[name] = new JsonObject { ["text"] = body.Text, ["isBase64"] = body.IsBase64, ["isTruncated"] = body.IsTruncated };
        }
    }

    private static JsonObject Headers(IReadOnlyDictionary<string, string> headers)
    {
        var json = new JsonObject();
        foreach (var (name, value) in headers)
        {
            json[name] = value;
        }

        return json;
    }
}
