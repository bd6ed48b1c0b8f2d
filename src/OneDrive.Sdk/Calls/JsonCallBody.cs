using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OneDrive.Sdk.Calls;

/// <summary>A JSON body, serialised once.</summary>
internal sealed class JsonCallBody<TBody>(TBody value, JsonTypeInfo<TBody> typeInfo) : IJsonCallBody
{
    private static readonly MediaTypeHeaderValue Json = new("application/json") { CharSet = "utf-8" };

    private readonly byte[] _bytes = JsonSerializer.SerializeToUtf8Bytes(value, typeInfo);

    public HttpContent ToHttpContent() => new ByteArrayContent(_bytes) { Headers = { ContentType = Json } };

    public byte[] ToUtf8() => _bytes;

    public JsonElement ToJson()
    {
        using var document = JsonDocument.Parse(_bytes);
        return document.RootElement.Clone();
    }
}
