namespace OneDrive.Sdk.Emulator.Hosting;

/// <summary>Reads bodies that belong into memory.</summary>
internal static class ShortBody
{
    /// <summary>The whole body; null when it is longer than allowed, or says so before a byte of it is read.</summary>
    public static async Task<byte[]?> ReadAsync(Stream body, int longest, CancellationToken cancellationToken)
    {
        if (body is CountingStream counting && counting.ExpectedLength > longest)
        {
            return null;
        }

        using var buffer = new MemoryStream();
        var chunk = new byte[8 * 1024];
        int read;
        while ((read = await body.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)) > 0)
        {
            if (buffer.Length + read > longest)
            {
                return null;
            }

            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }
}
