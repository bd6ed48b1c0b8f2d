namespace OneDrive.Sdk;

/// <summary>How a file at the service is read as a stream.</summary>
public sealed class OpenReadOptions
{
    /// <summary>
    /// The most bytes that are fetched at a time and held in memory, 1 to 67,108,864. Reading begins with 128 KiB and fetches twice as much
    /// each time while it goes straight on; after a jump it begins small again.
    /// </summary>
    /// <value>Default: 4 MiB (4,194,304), of our own choosing: a round trip of 100 ms then costs little on a line of 100 Mbit/s.</value>
    public int BufferSize { get; init; } = 4 * 1024 * 1024;
}
