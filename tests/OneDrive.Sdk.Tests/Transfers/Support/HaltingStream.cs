namespace OneDrive.Sdk.Tests.Transfers.Support;

/// <summary>A stream that can seek and gives its bytes up to a place, and those from there on when something has happened.</summary>
internal sealed class HaltingStream(int length, int place, Task until) : MemoryStream(GeneratedStream.Bytes(0, length))
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= place)
            await until.WaitAsync(cancellationToken);
        var count = Position < place ? Math.Min(buffer.Length, place - Position) : buffer.Length;
        return await base.ReadAsync(buffer[..(int)count], cancellationToken);
    }
}
