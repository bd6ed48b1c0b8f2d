using OneDrive.Sdk.Calls;

namespace OneDrive.Sdk.Transfers;

/// <summary>The whole content as the body of one call.</summary>
internal sealed class BufferedBody(FragmentContent content) : ICallBody
{
    public HttpContent ToHttpContent() => content;
}
