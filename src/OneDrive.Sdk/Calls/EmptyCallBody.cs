namespace OneDrive.Sdk.Calls;

/// <summary>No bytes, but a Content-Length of zero, which some actions insist on.</summary>
internal sealed class EmptyCallBody : ICallBody
{
    internal static EmptyCallBody Instance { get; } = new();

    public HttpContent ToHttpContent() => new ByteArrayContent([]);
}
