using System.Formats.Tar;
using System.Net.Sockets;
using OneDrive.Sdk.Tests.Transfers.Support;
using OneDrive.Sdk.Transfers.Folders;

namespace OneDrive.Sdk.Tests.Transfers.Folders;

public sealed class SpecialFileTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Is_WhenItIsAPipeASocketOrADevice_SaysSoWithoutOpeningIt()
    {
        var areThere = !OperatingSystem.IsWindows();
        if (areThere)
            new PaxTarEntry(TarEntryType.Fifo, "pipe").ExtractToFile(_directory["pipe"], overwrite: false);
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(_directory["s"]));

        Assert.Equal(areThere, areThere && SpecialFile.Is(new FileInfo(_directory["pipe"])));
        Assert.Equal(areThere, areThere && SpecialFile.Is(new FileInfo("/dev/null")));
        Assert.Equal(areThere, SpecialFile.Is(new FileInfo(_directory["s"])));
    }

    [Fact]
    public void Is_WhenItIsAFile_SaysNo()
    {
        File.WriteAllBytes(_directory["empty"], []);
        File.WriteAllBytes(_directory["full"], [1]);

        Assert.False(SpecialFile.Is(new FileInfo(_directory["empty"])));
        Assert.False(SpecialFile.Is(new FileInfo(_directory["full"])));
        Assert.Throws<FileNotFoundException>(() => SpecialFile.Is(new FileInfo(_directory["absent"])));
    }
}
