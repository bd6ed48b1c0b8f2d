using OneDrive.Sdk.FieldTests.Service;
using OneDrive.Sdk.FieldTests.Support;
using static OneDrive.Sdk.FieldTests.Downloads.DownloadCase;

namespace OneDrive.Sdk.FieldTests.Downloads;

/// <summary>Kind A3: an equal hash outweighs the size.</summary>
public sealed class HashBeforeSizeTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [FieldCase("D4", "A3", Source = "OneDrive/onedrive-api-docs#492",
        Report = "The metadata of a file on a personal drive contains a size of 1,504,857 bytes; 1,500,000 are returned, and the hash is "
            + "theirs.",
        Right = "The hash is equal: the download succeeds and is verified.")]
    public async Task Download_WhenTheSizeIsWrongAndTheHashIsRight_IsVerified(bool isChunked)
    {
        await using var download = new DownloadCase(
            new ScriptedFile("x.jpg", Content) { DriveType = "personal", Size = 1_504_857 },
            (request, _) => isChunked
                ? Answer.Bytes(Content).WithETag("\"1\"").Chunked()
                : Answer.Bytes(Content).WithETag("\"1\"").ForRange(request));

        Assert.Equal(ContentIntegrity.Verified, (await download.ReplaceAsync()).Integrity);
        download.AssertFile(Content);
        using var forward = new ForwardStream();
        Assert.Equal(ContentIntegrity.Verified, (await download.DownloadAsync(forward)).Integrity);
        Assert.Equal(Content, forward.Bytes);
    }

    [Fact]
    [FieldCase("D4", "A3")]
    public async Task OpenRead_WhenTheSizeIsWrongAndTheHashIsRight_ReadsTheFile()
    {
        await using var download = new DownloadCase(
            new ScriptedFile("x.jpg", Content) { DriveType = "personal", Size = 1_504_857 },
            (request, _) => Answer.Bytes(Content).WithETag("\"1\"").ForRange(request));

        Assert.Equal(Content, await download.ReadAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [FieldCase("A3.longer", "A3", Source = "own",
        Report = "The metadata contains a size smaller than the file, with its correct hash, and the content is returned with or without "
            + "a length.",
        Right = "The hash is equal: the download succeeds and is verified.")]
    public async Task Download_OfMoreBytesThanDescribedWithTheRightHash_IsVerified(bool isChunked)
    {
        await using var download = new DownloadCase(
            new ScriptedFile("x.jpg", Content) { DriveType = "personal", Size = 1_400_000 },
            (request, _) => isChunked ? Answer.Bytes(Content).WithETag("\"1\"").Chunked() : Answer.Bytes(Content).WithETag("\"1\""));

        Assert.Equal(ContentIntegrity.Verified, (await download.ReplaceAsync()).Integrity);
        download.AssertFile(Content);
    }

    [Fact]
    [FieldCase("A3.labelled-as-page", "A3", Source = "own",
        Report = "A text file with a wrong size and the correct hash is returned as text/html.",
        Right = "The hash is equal: size and media type are ignored.")]
    public async Task Download_OfAFileThatIsLabelledAsAPageWithTheRightHash_IsVerified()
    {
        await using var download = new DownloadCase(
            new ScriptedFile("x.txt", Content) { Size = 1_400_000 }, (_, _) => Answer.Bytes(Content, "text/html").WithETag("\"1\""));

        Assert.Equal(ContentIntegrity.Verified, (await download.ReplaceAsync()).Integrity);
        download.AssertFile(Content);
        using var forward = new ForwardStream();
        Assert.Equal(ContentIntegrity.Verified, (await download.DownloadAsync(forward)).Integrity);
        Assert.Equal(Content, forward.Bytes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [FieldCase("D9", "A3", Source = "in the kind of rclone/rclone#2753",
        Report = "One byte is corrupted in transit, once.",
        Right = "The file is downloaded again once before an exception is thrown; a destination that cannot be truncated does not "
            + "receive bytes twice.")]
    public async Task Download_WhenOneByteIsWrongOnce_FetchesTheFileAgain(bool canGoBack)
    {
        var wrong = (byte[])Content.Clone();
        wrong[^1] ^= 1;
        await using var download = new DownloadCase(
            new ScriptedFile("x.bin", Content), (request, number) => Answer.Bytes(number == 0 ? wrong : Content).WithETag("\"1\""));
        using var forward = new ForwardStream();

        if (canGoBack)
        {
            Assert.Equal(ContentIntegrity.Verified, (await download.ReplaceAsync()).Integrity);
            download.AssertFile(Content);
        }
        else
        {
            await Assert.ThrowsAsync<ContentVerificationException>(() => download.DownloadAsync(forward));
            Assert.Equal(Content.Length, forward.Bytes.Length);
        }
    }

    [Fact]
    [FieldCase("D9", "A3")]
    public async Task OpenRead_OfASmallFileWithOneWrongByteOnce_FetchesItAgain()
    {
        var content = FieldData.Bytes(50_000);
        var wrong = (byte[])content.Clone();
        wrong[7] ^= 1;
        await using var download = new DownloadCase(
            new ScriptedFile("x.bin", content),
            (request, number) => Answer.Bytes(number == 0 ? wrong : content).WithETag("\"1\"").ForRange(request));

        Assert.Equal(content, await download.ReadAsync());
    }
}
