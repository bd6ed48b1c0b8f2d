using System.Text.Json;
using OneDrive.Sdk.Diagnostics;

namespace OneDrive.Sdk.Http;

/// <summary>A successful response with unexpected content.</summary>
internal static class UnreadableAnswer
{
    internal static OneDriveConnectionException Of(HttpResponseMessage response, JsonException cause)
    {
        var request = response.RequestMessage!;
        var place = RequestTraits.Of(request).IsAnonymous ? UrlRedactor.Origin(request.RequestUri) : UrlRedactor.Redact(request.RequestUri);
        return new OneDriveConnectionException(
            $"{request.Method} {place}: the response with status {(int)response.StatusCode} cannot be used. {cause.Message}", cause)
        { IsTransient = MayBeTruncated(response) };
    }

    /// <summary>Whether the body may be truncated: only a body without a length that ends with its connection.</summary>
    private static bool MayBeTruncated(HttpResponseMessage response) =>
        response is { Version.Major: < 2, Headers.TransferEncodingChunked: not true }
        && !response.Content.Headers.Contains("Content-Length");
}
