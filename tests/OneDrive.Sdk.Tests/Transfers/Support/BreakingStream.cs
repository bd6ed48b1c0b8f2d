namespace OneDrive.Sdk.Tests.Transfers.Support;

/// <summary>Gives some bytes and breaks, as a connection does.</summary>
internal sealed class BreakingStream(byte[] content, int breakAfter) : MemoryStream(content)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var left = breakAfter - (int)Position;
        return left > 0
            ? base.ReadAsync(buffer[..Math.Min(buffer.Length, left)], cancellationToken)
            : throw new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely.");
    }
}
