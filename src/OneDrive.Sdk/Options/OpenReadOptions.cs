namespace OneDrive.Sdk;

/// <summary>Options for reading a file as a stream.</summary>
public sealed class OpenReadOptions
{
    /// <summary>
    /// The maximum number of bytes that are requested at a time and buffered in memory, 1 to 67,108,864. Sequential reads start with 128
    /// KiB and double the size of each request; after a seek the size starts again at 128 KiB.
    /// </summary>
    /// <value>Default: 4 MiB (4,194,304), chosen so that a round trip of 100 ms has little effect at 100 Mbit/s.</value>
    public int BufferSize { get; init; } = 4 * 1024 * 1024;
}
