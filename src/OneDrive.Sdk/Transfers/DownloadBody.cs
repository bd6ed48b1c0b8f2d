using System.Net;

namespace OneDrive.Sdk.Transfers;

/// <summary>An answer with bytes of the file: from where, how many in all, and of which version.</summary>
internal sealed class DownloadBody(HttpResponseMessage response) : IDisposable
{
    internal HttpContent Content => response.Content;

    /// <summary>The first byte in the answer: a server may ignore the range and send everything.</summary>
    internal long Start => IsPartial ? response.Content.Headers.ContentRange?.From ?? -1 : 0;

    /// <summary>The length of the whole file; null when the answer does not tell.</summary>
    internal long? TotalLength => IsPartial ? response.Content.Headers.ContentRange?.Length : response.Content.Headers.ContentLength;

    /// <summary>The tag of the bytes, as received.</summary>
    internal string? Tag => response.Headers.NonValidated.TryGetValues("ETag", out var values) ? values.ToString() : null;

    private bool IsPartial => response.StatusCode is HttpStatusCode.PartialContent;

    public void Dispose() => response.Dispose();
}
