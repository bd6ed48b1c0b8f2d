using System.Net.Http.Headers;
using OneDrive.Sdk.Calls;

namespace OneDrive.Sdk.Transfers;

/// <summary>Buffered bytes as the body of a call, which can be sent more than once.</summary>
internal sealed class BufferedBody(FragmentContent content, string? mediaType) : ICallBody
{
    public HttpContent ToHttpContent()
    {
        var copy = content.Copy();
        if (mediaType is not null)
            copy.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        return copy;
    }
}
