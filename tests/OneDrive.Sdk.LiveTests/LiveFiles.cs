namespace OneDrive.Sdk.LiveTests;

/// <summary>Content for the checks.</summary>
internal static class LiveFiles
{
    /// <summary>320 KiB, the smallest fragment: a few megabytes are many fragments.</summary>
    internal const int FragmentSize = OneDriveTransferOptions.FragmentAlignment;

    /// <summary>More than <see cref="OneDriveTransferOptions.SingleRequestLimit"/>, and not a multiple of a fragment.</summary>
    internal const int LargeSize = 5_000_001;

    internal static byte[] Bytes(int length, int seed = 1)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    internal static async Task<byte[]> DownloadAsync(this CheckContext context, ItemAddress file, DownloadOptions? options = null)
    {
        using var content = new MemoryStream();
        await context.Client.Content.DownloadAsync(file, content, options, context.Cancellation);
        return content.ToArray();
    }

    internal static async Task<UploadResult> UploadAsync(
        this CheckContext context, ItemAddress file, byte[] content, UploadOptions? options = null)
    {
        using var stream = new MemoryStream(content);
        return await context.Client.Content.UploadAsync(file, stream, options, context.Cancellation);
    }
}
