namespace OneDrive.Sdk.Tests.Transfers.Support;

/// <summary>Gives its bytes when something has happened, which must not take long.</summary>
internal sealed class WaitingStream(byte[] content, Task until) : MemoryStream(content)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await until.WaitAsync(Limit, cancellationToken);
        return await base.ReadAsync(buffer, cancellationToken);
    }
}
