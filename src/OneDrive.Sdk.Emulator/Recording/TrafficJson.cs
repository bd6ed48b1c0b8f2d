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
            ["requestHeaders"] = Headers(entry.RequestHeaders),
            ["hasAuthorization"] = entry.HasAuthorization,
            ["requestBodyLength"] = entry.RequestBodyLength,
            ["responseHeaders"] = Headers(entry.ResponseHeaders),
            ["responseBodyLength"] = entry.ResponseBodyLength,
        };
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
