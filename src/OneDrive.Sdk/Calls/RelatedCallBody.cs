using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace OneDrive.Sdk.Calls;

/// <summary>
/// What is known of a file and its bytes in one body, <c>multipart/related</c>. The boundary is the hash of the bytes, so that it is the
/// same for each attempt and not in them. See <see href="https://learn.microsoft.com/onedrive/developer/rest-api/api/driveitem_post_content"/>.
/// </summary>
internal sealed class RelatedCallBody(ICallBody metadata, ReadOnlyMemory<byte> content, string mediaType) : ICallBody
{
    private readonly string _boundary = Convert.ToHexString(SHA256.HashData(content.Span), 0, 16);

    public HttpContent ToHttpContent()
    {
        var parts = new MultipartContent("related", _boundary)
        {
            Part(metadata.ToHttpContent(), "<metadata>"),
            Part(new ReadOnlyMemoryContent(content) { Headers = { ContentType = MediaTypeHeaderValue.Parse(mediaType) } }, "<content>"),
        };
        return parts;
    }

    private static HttpContent Part(HttpContent part, string id)
    {
        part.Headers.Add("Content-ID", id);
        return part;
    }
}
