namespace OneDrive.Sdk.FieldTests.Service;

/// <summary>How a body says where it ends.</summary>
internal enum Framing
{
    /// <summary>By <c>Content-Length</c>.</summary>
    Length,

    /// <summary>By <c>Transfer-Encoding: chunked</c>.</summary>
    Chunked,

    /// <summary>By the end of the connection.</summary>
    UntilClose,
}
