using System.Globalization;

namespace OneDrive.Sdk.Http;

/// <summary>Buffers a complete response inside the attempt, so that a broken connection causes a retry.</summary>
internal static class BufferedAnswer
{
    /// <summary>Far above any page of the service (a page of 1,000 items is a few MiB); a limit for endless responses.</summary>
    private const int MaximumBytes = 64 * 1024 * 1024;

    /// <summary>Memory is allocated for received bytes only, independent of the Content-Length.</summary>
    private const int LargestStart = 1024 * 1024;

    internal static async Task BufferAsync(HttpResponseMessage response, BodyLimit limit, CancellationToken cancellationToken)
    {
        var original = response.Content;
        var body = new PooledBody((int)Math.Clamp(original.Headers.ContentLength + 1 ?? 0, 0, LargestStart));
        try
        {
            await CopyAsync(original, body, limit, cancellationToken).ConfigureAwait(false);

            // A response to HEAD contains a Content-Length, but no body.
            if (response.RequestMessage?.Method != HttpMethod.Head)
            {
                CheckLength(original, body.Memory.Length);
            }

            foreach (var (name, values) in original.Headers.NonValidated)
            {
                body.Headers.TryAddWithoutValidation(name, values);
            }

            response.Content = body;
            original.Dispose();
        }
        catch
        {
            body.Dispose();
            response.Dispose();
            throw;
        }
    }

    private static async Task CopyAsync(HttpContent source, PooledBody target, BodyLimit limit, CancellationToken cancellationToken)
    {
        using var timer = limit.Start(cancellationToken);
        try
        {
            var stream = await source.ReadAsStreamAsync(timer.Token).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                int read;
                while ((read = await stream.ReadAsync(target.GetRoom(), timer.Token).ConfigureAwait(false)) > 0)
                {
                    target.Advance(read);
                    if (target.Memory.Length > MaximumBytes)
                    {
                        throw new HttpRequestException(
                            HttpRequestError.ConfigurationLimitExceeded,
                            string.Create(CultureInfo.InvariantCulture, $"the response is longer than {MaximumBytes} bytes"));
                    }
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The caller knows its own token, and not the timer's.
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception exception) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw limit.Exceeded(exception);
        }
    }

    private static void CheckLength(HttpContent content, long length)
    {
        if (content.Headers.ContentLength is { } announced && announced != length)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The response is shorter than its Content-Length.");
        }
    }
}
