using System.Buffers;
using System.Globalization;

namespace OneDrive.Sdk.Http;

/// <summary>
/// Reads a whole answer inside the attempt, so that a connection that dies in the middle of JSON is one more reason to repeat.
/// </summary>
internal static class BufferedAnswer
{
    /// <summary>Far above any page of the service (a page of 1,000 items is a few MiB); a bound against an answer without an end.</summary>
    private const int MaximumBytes = 64 * 1024 * 1024;

    internal static async Task BufferAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var original = response.Content;
            var body = new MemoryStream(Capacity(original));
            var stream = await original.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                await CopyAsync(stream, body, cancellationToken).ConfigureAwait(false);
            }

            // An answer to HEAD announces the length of a body that does not come.
            if (response.RequestMessage?.Method != HttpMethod.Head)
            {
                CheckLength(original, body.Length);
            }

            response.Content = new ByteArrayContent(body.GetBuffer(), 0, (int)body.Length);
            foreach (var (name, values) in original.Headers.NonValidated)
            {
                response.Content.Headers.TryAddWithoutValidation(name, values);
            }

            original.Dispose();
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static int Capacity(HttpContent content) => (int)Math.Clamp(content.Headers.ContentLength ?? 0, 0, 1024 * 1024);

    private static async Task CopyAsync(Stream source, MemoryStream target, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            int read;
            while ((read = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                if (target.Length + read > MaximumBytes)
                {
                    throw new HttpRequestException(
                        HttpRequestError.ConfigurationLimitExceeded,
                        string.Create(CultureInfo.InvariantCulture, $"The answer is longer than {MaximumBytes} bytes."));
                }

                target.Write(buffer, 0, read);
            }
        }
        finally
        {
            // Answers hold pre-authenticated addresses, and the pool is shared with the rest of the process.
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static void CheckLength(HttpContent content, long length)
    {
        if (content.Headers.ContentLength is { } announced && announced != length)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The answer is shorter than announced.");
        }
    }
}
