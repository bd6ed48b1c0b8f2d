namespace OneDrive.Sdk.Authentication;

/// <summary>Reads a body that may be longer than any honest one.</summary>
internal static class BoundedRead
{
    /// <summary>Reads the whole body; null when it is too long.</summary>
    internal static async Task<byte[]?> ToArrayAsync(HttpContent content, int maximumLength, CancellationToken cancellationToken)
    {
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using var body = new MemoryStream();
            var part = new byte[8 * 1024];
            int length;
            while ((length = await stream.ReadAsync(part, cancellationToken).ConfigureAwait(false)) > 0)
            {
                if (body.Length + length > maximumLength)
                {
                    return null;
                }

                body.Write(part, 0, length);
            }

            return body.ToArray();
        }
    }
}
