namespace OneDrive.Sdk.Http;

/// <summary>Reads the beginning of a body whose length nobody vouches for.</summary>
internal static class BoundedBody
{
    /// <summary>Reads up to <paramref name="limit"/> bytes; a body that breaks off gives what came.</summary>
    internal static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        var buffer = new byte[limit];
        var length = 0;
        try
        {
            var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                length = await stream.ReadAtLeastAsync(buffer, limit, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (ConnectionFailure.Is(exception, cancellationToken))
        {
            // The status is known; half an explanation is better than hiding it behind a second failure.
        }

        return buffer.AsMemory(0, length);
    }
}
