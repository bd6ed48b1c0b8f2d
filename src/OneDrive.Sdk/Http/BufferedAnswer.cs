using System.Globalization;

namespace OneDrive.Sdk.Http;

/// <summary>Buffers a complete response inside the attempt, so that a broken connection causes a retry.</summary>
internal static class BufferedAnswer
{
    /// <summary>Far above any page of the service (a page of 1,000 items is a few MiB); a limit for endless responses.</summary>
    private const int MaximumBytes = 64 * 1024 * 1024;

    /// <summary>Memory is allocated for received bytes only, independent of the Content-Length.</summary>
    private const int LargestStart = 1024 * 1024;

    /// <summary>Replaces the content of a response by its complete body.</summary>
    /// <param name="response">The response.</param>
    /// <param name="limit">The time limit of the whole body.</param>
    /// <param name="timer">The timer of the attempt, which is disposed; null if the content has its own.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    internal static async Task BufferAsync(
        HttpResponseMessage response, BodyLimit limit, InactivityTimer? timer, CancellationToken cancellationToken)
    {
        var original = response.Content;
        var body = new PooledBody((int)Math.Clamp(original.Headers.ContentLength + 1 ?? 0, 0, LargestStart));
        try
        {
            var began = limit.Begin();
            var token = timer?.Token ?? cancellationToken;
            var stream = await original.ReadAsStreamAsync(token).ConfigureAwait(false);
            int read;
            while ((read = await stream.ReadAsync(body.GetRoom(), token).ConfigureAwait(false)) > 0)
            {
                timer?.Touch();
                body.Advance(read);
                limit.Require(began);
                if (body.Memory.Length > MaximumBytes)
                    throw TooLong();
            }

            // A response to HEAD contains a Content-Length, but no body.
            if (response.RequestMessage?.Method != HttpMethod.Head)
                CheckLength(original, body.Memory.Length);
            foreach (var (name, values) in original.Headers.NonValidated)
                body.Headers.TryAddWithoutValidation(name, values);
            response.Content = body;
            original.Dispose();
        }
        catch (Exception exception)
        {
            body.Dispose();
            response.Dispose();

            // The caller knows its own token, and not the timer's.
            if (exception is OperationCanceledException && cancellationToken.IsCancellationRequested)
                throw new OperationCanceledException(cancellationToken);
            if (timer?.HasFired is true && exception is OperationCanceledException or HttpRequestException or IOException)
                throw timer!.Exceeded();
            throw;
        }
        finally
        {
            timer?.Dispose();
        }
    }

    private static HttpRequestException TooLong() => new(
        HttpRequestError.ConfigurationLimitExceeded,
        string.Create(CultureInfo.InvariantCulture, $"the response is longer than {MaximumBytes} bytes"));

    private static void CheckLength(HttpContent content, long length)
    {
        if (content.Headers.ContentLength is { } announced && announced != length)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The response is shorter than its Content-Length.");
        }
    }
}
