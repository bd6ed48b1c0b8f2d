using OneDrive.Sdk.Calls;

namespace OneDrive.Sdk.Transfers;

/// <summary>Buffered bytes as the body of a call, which can be sent more than once.</summary>
internal sealed class BufferedBody(FragmentContent content) : ICallBody
{
    public HttpContent ToHttpContent() => content.Copy();
}
