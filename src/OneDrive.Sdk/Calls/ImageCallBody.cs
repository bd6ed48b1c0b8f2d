using System.Net.Http.Headers;

namespace OneDrive.Sdk.Calls;

/// <summary>The bytes of a picture.</summary>
internal sealed class ImageCallBody(ReadOnlyMemory<byte> image, string mediaType) : ICallBody
{
    private readonly MediaTypeHeaderValue _type = MediaTypeHeaderValue.Parse(mediaType);

    public HttpContent ToHttpContent() => new ReadOnlyMemoryContent(image) { Headers = { ContentType = _type } };
}
