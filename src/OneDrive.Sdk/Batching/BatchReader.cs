using System.Net;
using System.Text;
using OneDrive.Sdk.Errors;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Batching;

/// <summary>Reads the response of a step, like a separate response.</summary>
internal sealed class BatchReader(TimeProvider timeProvider)
{
    /// <summary>The response of a step as an HTTP message, for the retry policy and the error reader.</summary>
    internal static HttpResponseMessage ToResponse(BatchAnswer answer)
    {
        var response = new HttpResponseMessage((HttpStatusCode)(answer.Status is >= 100 and <= 999 ? answer.Status : 0));
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    internal TimeSpan? Wish(HttpResponseMessage response) => RetryAfter.Read(response, timeProvider);

    internal OneDriveApiException ReadError(HttpMethod method, string path, BatchAnswer answer, HttpResponseMessage response) =>
        ErrorReader.Read(method, path, response.StatusCode, response.Headers, Bytes(answer.Body), Wish(response));

    /// <summary>JSON is used unchanged; text is base64 of other content, or the plain text of a gateway.</summary>
    private static byte[] Bytes(ReadOnlyMemory<byte> body)
    {
        var json = body.Span;
        if (json.IsEmpty || json.SequenceEqual("null"u8))
        {
            return [];
        }

        if (json[0] is not (byte)'"')
        {
            return body.ToArray();
        }

        var text = JsonText.Decode(json[1..^1], isEscaped: true);
        var padded = text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length];
        return Convert.TryFromBase64String(padded, bytes, out var length) ? bytes[..length] : Encoding.UTF8.GetBytes(text);
    }
}
