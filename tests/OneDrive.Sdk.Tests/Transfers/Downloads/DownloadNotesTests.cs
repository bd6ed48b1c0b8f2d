using System.Text;
using OneDrive.Sdk.Transfers;

namespace OneDrive.Sdk.Tests.Transfers;

/// <summary>What is read from a journal, whatever became of it.</summary>
public sealed class DownloadNotesTests
{
    private static readonly DownloadVersion Version = new()
    {
        DriveId = "d1",
        ItemId = "item-1",
        ContentTag = "c1",
        Size = 100,
        BytesTag = "\"bytes-1\"",
        BytesLength = 101,
    };

    [Fact]
    public void Parse_GivesBackWhatWasFormatted()
    {
        var notes = DownloadNotes.Parse([.. DownloadNotes.Format(Version), .. Line(10, "aaa="), .. Line(20, "bbb=")]);

        Assert.Equal(Version, notes?.Version);
        Assert.Equal([new DownloadMark(10, "aaa="), new DownloadMark(20, "bbb=")], notes!.Marks);
    }

    [Theory]
    [InlineData("30 cc")]
    [InlineData("30\n")]
    [InlineData("x c\n")]
    [InlineData("-5 ccc=\n")]
    [InlineData("20 ccc=\n")]
    [InlineData("\0\0\0\0\n")]
    public void Parse_LeavesOutLinesThatAreTornOrGoBack(string tail)
    {
        var notes = DownloadNotes.Parse([.. DownloadNotes.Format(Version), .. Line(20, "bbb="), .. Encoding.UTF8.GetBytes(tail)]);

        Assert.Equal([new DownloadMark(20, "bbb=")], notes?.Marks);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"driveId\":\"d1\"}\n20 bbb=\n")]
    [InlineData("null\n20 bbb=\n")]
    [InlineData("\0\0\0\0\n20 bbb=\n")]
    public void Parse_WhenTheVersionIsNotThere_SaysNothing(string content) =>
        Assert.Null(DownloadNotes.Parse(Encoding.UTF8.GetBytes(content)));

    [Fact]
    public void Parse_WhenNothingWasNoted_SaysNothing() => Assert.Null(DownloadNotes.Parse(DownloadNotes.Format(Version)));

    private static byte[] Line(long position, string hash)
    {
        var line = new byte[64];
        return line[..DownloadNotes.Format(new DownloadMark(position, hash), line)];
    }
}
