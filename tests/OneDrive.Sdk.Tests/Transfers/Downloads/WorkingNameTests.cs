using System.Text;
using OneDrive.Sdk.Tests.Transfers.Support;
using OneDrive.Sdk.Transfers;

namespace OneDrive.Sdk.Tests.Transfers;

public sealed class WorkingNameTests
{
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), "folder");

    [Theory]
    [InlineData("a.bin")]
    [InlineData("ä.partial")]
    public void Beside_AppendsToTheName(string name)
    {
        var path = Path.Combine(Folder, name);

        Assert.Equal(path + ".partial", WorkingName.Beside(path, WorkingName.Partial));
        Assert.Equal(path + ".partial.state", WorkingName.Beside(path, WorkingName.Journal));
    }

    [Theory]
    [InlineData("a", 241)]
    [InlineData("a", 242)]
    [InlineData("a", 255)]
    [InlineData("文", 85)]
    [InlineData("😀", 63)]
    [InlineData("a😀", 51)]
    public void Beside_ALongName_FitsIntoTheFileSystem(string unit, int count)
    {
        var name = string.Concat(Enumerable.Repeat(unit, count));

        foreach (var suffix in WorkingName.Suffixes)
        {
            var result = Path.GetFileName(WorkingName.Beside(Path.Combine(Folder, name), suffix));
            Assert.InRange(new UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(result), 1, 255);
            Assert.EndsWith(suffix, result, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Beside_TwoLongNamesThatBeginAlike_AreKeptApart() => Assert.NotEqual(
        WorkingName.Beside(new string('a', 250) + "1", WorkingName.Partial),
        WorkingName.Beside(new string('a', 250) + "2", WorkingName.Partial));

    [Fact]
    public async Task DownloadFileAsync_ToTheLongestName_Works()
    {
        using var fixture = new TransferFixture();
        using var directory = new TemporaryDirectory();
        fixture.Uploaded = new FakeItem("a.bin", [1, 2, 3]);
        var name = new string('a', 255);

        await fixture.FinishAsync(
            () => fixture.Downloads.DownloadFileAsync(TransferFixture.Destination, directory[name], new(), default));

        Assert.Equal([name], directory.Files);
    }
}
