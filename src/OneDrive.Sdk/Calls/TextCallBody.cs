using System.Text;

namespace OneDrive.Sdk.Calls;

/// <summary>A short text.</summary>
internal sealed class TextCallBody(string text) : ICallBody
{
    public HttpContent ToHttpContent() => new StringContent(text, Encoding.UTF8, "text/plain");
}
