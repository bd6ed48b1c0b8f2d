namespace OneDrive.Sdk.Transfers;

/// <summary>How much there is to upload.</summary>
internal static class StreamLength
{
    /// <summary>
    /// The number of bytes from the position of the stream to its end; null if neither the stream nor the caller knows it.
    /// </summary>
    /// <exception cref="ArgumentException">The stream and the caller say different things.</exception>
    internal static long? Of(Stream content, long? announcedLength)
    {
        if (!content.CanSeek)
            return announcedLength;

        var length = Math.Max(0, content.Length - content.Position);
        return announcedLength is not { } announced || announced == length
            ? length
            : throw new ArgumentException(
                $"{nameof(UploadOptions.ContentLength)} is {announced}, but the stream has {length} bytes from its current position.",
                nameof(announcedLength));
    }
}
