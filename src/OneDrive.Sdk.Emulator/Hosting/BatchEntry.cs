using System.Text;
using System.Text.Json;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Hosting;

/// <summary>One request of a batch.</summary>
internal sealed record BatchEntry(
    string Id,
    string Method,
    string Url,
    IReadOnlyDictionary<string, string> Headers,
    byte[] Body,
    IReadOnlyList<string> DependsOn)
{
    public static BatchEntry Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw GraphError.InvalidRequest("A request of the batch is not an object.");
        }

        var headers = json.GetObject("headers") is { } given
            ? given.EnumerateObject().ToDictionary(
                header => header.Name, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)
            : [];
        var body = json.TryGetProperty("body", out var value) && value.ValueKind != JsonValueKind.Null ? Bytes(value) : [];
        if (body.Length > 0 && !headers.ContainsKey("Content-Type"))
        {
            throw GraphError.InvalidRequest("A request with a body requires a Content-Type header.");
        }

        var url = json.GetText("url") ?? throw GraphError.InvalidRequest("A request of the batch does not have a url.");
        if (url.Contains("://", StringComparison.Ordinal) || url.Contains("$batch", StringComparison.OrdinalIgnoreCase))
        {
            throw GraphError.InvalidRequest("The url of a request must be relative and must not be a batch.");
        }

        return new BatchEntry(
            json.GetText("id") ?? throw GraphError.InvalidRequest("A request of the batch does not have an id."),
            (json.GetText("method") ?? throw GraphError.InvalidRequest("A request of the batch does not have a "
                + $"method.")).ToUpperInvariant(),
            url,
            headers,
            body,
            json.TryGetProperty("dependsOn", out var ids) && ids.ValueKind == JsonValueKind.Array
                ? [.. ids.EnumerateArray().Select(id => id.ToString())]
                : []);
    }

    // JSON as it is; anything else is a text in base64.
    private static byte[] Bytes(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.String)
        {
            return Encoding.UTF8.GetBytes(body.GetRawText());
        }

        return body.TryGetBytesFromBase64(out var bytes)
            ? bytes
            : throw GraphError.InvalidRequest("A body that is not JSON must be base64.");
    }
}
