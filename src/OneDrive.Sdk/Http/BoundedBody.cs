namespace OneDrive.Sdk.Http;

/// <summary>Reads the beginning of a body whose length is not trusted.</summary>
internal static class BoundedBody
{
    /// <summary>Reads up to <paramref name="length"/> bytes; a body that breaks off or takes too long gives what came.</summary>
    internal static async Task<ReadOnlyMemory<byte>> ReadAsync(
        HttpContent content, int length, BodyLimit limit, CancellationToken cancellationToken)
    {
        var buffer = new byte[length];
        var read = 0;
        using var timer = limit.Start(cancellationToken);
        try
        {
            var stream = await content.ReadAsStreamAsync(timer.Token).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                int count;
                while (read < length && (count = await stream.ReadAsync(buffer.AsMemory(read), timer.Token).ConfigureAwait(false)) > 0)
                {
                    read += count;
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The caller knows its own token, and not the timer's.
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception exception) when (ConnectionFailure.Is(exception, cancellationToken))
        {
            // The status is known; half an explanation is better than hiding it behind a second failure.
        }

        return buffer.AsMemory(0, read);
    }
}
