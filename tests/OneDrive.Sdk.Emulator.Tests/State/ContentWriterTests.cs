using System.Security.Cryptography;
using OneDrive.Sdk.Emulator.State;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.State;

public sealed class ContentWriterTests
{
    [Theory]
    [InlineData(false, 1_000_000)]
    [InlineData(false, 0)]
    [InlineData(true, 1_000_000)]
    [InlineData(true, 0)]
    public async Task Finish_AfterAFragmentBrokeOff_HoldsTheAcceptedBytesOnly(bool discard, int largestInMemory)
    {
        using var store = new ContentStore(new EmulatorOptions { DiscardContent = discard, LargestContentInMemory = largestInMemory });
        using var writer = store.Create(600, EmulatorDriveType.Business);
        var content = Bytes.Of(600);
        await WriteAsync(writer, content.AsMemory(0, 200), accept: true);
        await WriteAsync(writer, Bytes.Of(300, seed: 2), accept: false);
        await WriteAsync(writer, Bytes.Of(5, seed: 3), accept: false);
        Assert.Equal(200, writer.Length);
        await WriteAsync(writer, content.AsMemory(200, 400), accept: true);

        var stored = writer.Finish();

        Assert.Equal(600, stored.Length);
        Assert.Equal(StoredContent.Of(content).QuickXorHash, stored.QuickXorHash);
        Assert.Equal(Convert.ToHexString(SHA256.HashData(content)).ToLowerInvariant(), stored.GetSha256());
        Assert.Equal(discard, stored.IsDiscarded);
    }

    [Fact]
    public async Task Finish_AfterALongerFragmentBrokeOffAtTheEnd_LeavesNoneOfItInTheFile()
    {
        using var store = new ContentStore(new EmulatorOptions { LargestContentInMemory = 0 });
        using var writer = store.Create(expectedLength: null, EmulatorDriveType.Business);
        await WriteAsync(writer, Bytes.Of(10), accept: true);
        await WriteAsync(writer, Bytes.Of(1000, seed: 2), accept: false);

        using var stream = writer.Finish().TryOpenRead()!;

        Assert.Equal(10, stream.Length);
    }

    [Fact]
    public async Task Dispose_BeforeTheEnd_RemovesTheFile()
    {
        using var store = new ContentStore(new EmulatorOptions { LargestContentInMemory = 0 });
        var writer = store.Create(10, EmulatorDriveType.Business);
        await WriteAsync(writer, Bytes.Of(5), accept: true);
        Assert.Single(Directory.EnumerateFiles(store.Folder!, "*", SearchOption.AllDirectories));
        writer.Dispose();

        Assert.Empty(Directory.EnumerateFiles(store.Folder!, "*", SearchOption.AllDirectories));
    }

    private static async Task WriteAsync(ContentWriter writer, ReadOnlyMemory<byte> bytes, bool accept)
    {
        writer.BeginFragment();
        await writer.WriteAsync(bytes[..(bytes.Length / 2)], CancellationToken.None);
        await writer.WriteAsync(bytes[(bytes.Length / 2)..], CancellationToken.None);
        if (accept)
        {
            await writer.AcceptFragmentAsync(CancellationToken.None);
        }
    }
}
