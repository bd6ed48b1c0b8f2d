using System.Net.Http.Headers;
using OneDrive.Sdk.Calls;

namespace OneDrive.Sdk.Transfers;

/// <summary>Buffered bytes as the body of a call, which can be sent more than once.</summary>
internal sealed class BufferedBody(FragmentFeed feed, string? mediaType) : ICallBody
{
    public HttpContent ToHttpContent()
    {
        var content = new FragmentContent(feed);
        if (mediaType is not null)
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        return content;
    }
}
