using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Calls;

/// <summary>A JSON body, written once.</summary>
internal sealed class JsonCallBody : IJsonCallBody
{
    private static readonly MediaTypeHeaderValue Json = new("application/json") { CharSet = "utf-8" };

    private readonly byte[] _bytes;

    internal JsonCallBody(IJsonModel value) => _bytes = JsonBytes.Write(value.Write);

    internal JsonCallBody(byte[] json) => _bytes = json;

    internal JsonCallBody(JsonNode value) => _bytes = JsonBytes.Write(writer => value.WriteTo(writer));

    public HttpContent ToHttpContent() => new ByteArrayContent(_bytes) { Headers = { ContentType = Json } };

    public byte[] ToUtf8() => _bytes;

    public JsonElement ToJson()
    {
        using var document = JsonDocument.Parse(_bytes);
        return document.RootElement.Clone();
    }
}
