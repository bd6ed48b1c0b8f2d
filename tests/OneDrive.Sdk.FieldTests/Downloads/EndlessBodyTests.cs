using System.Text;
using OneDrive.Sdk.FieldTests.Service;
using OneDrive.Sdk.FieldTests.Support;
using static OneDrive.Sdk.FieldTests.Downloads.DownloadCase;

namespace OneDrive.Sdk.FieldTests.Downloads;

/// <summary>Rows H3 and its siblings: a body without a stated length has a bound all the same.</summary>
public sealed class EndlessBodyTests
{
    private const int Bound = 8 * 1024 * 1024;

    [Theory]
    [InlineData("application/octet-stream", true)]
    [InlineData("application/octet-stream", false)]
    [InlineData("text/html", true)]
    [FieldCase("H3", "H2", Source = "own",
        Report = "A file of 5 bytes is returned chunked and without an end.",
        Right = "The download stops soon after the described size, unless the current item has become longer.")]
    public async Task Download_OfAnEndlessBody_StopsSoonAfterTheDescribedSize(string mediaType, bool hasHash)
    {
        var sent = new Counter();
        var file = new ScriptedFile("x.docx", [1, 2, 3, 4, 5]);
        await using var download = new DownloadCase(
            hasHash ? file : file with { Hash = null }, (_, _) => Endless(sent, mediaType));

        await Assert.ThrowsAnyAsync<OneDriveException>(() => download.ReplaceAsync());

        download.AssertOldFileIsUntouched();
        using var forward = new ForwardStream();
        await Assert.ThrowsAnyAsync<OneDriveException>(() => download.DownloadAsync(forward));
        Assert.InRange(forward.Bytes.Length, 0, Bound);
    }

    [Fact]
    [FieldCase("H3", "H2")]
    public async Task Download_WhenTheFileHasGrownMeanwhile_TakesAllOfIt()
    {
        await using var download = new DownloadCase(
            number => number == 0
                ? new ScriptedFile("x.log", Content[..5]) { Hash = null }
                : new ScriptedFile("x.log", Content) { Hash = null, CTag = "c2", ETag = "e2" },
            (_, _) => Answer.Bytes(Content).WithETag("\"1\"").Chunked());

        await download.ReplaceAsync();

        download.AssertFile(Content);
    }

    [Fact]
    [FieldCase("H2.grows-for-ever", "H2", Source = "own",
        Report = "An endless body, and an item that is a little longer each time it is read.",
        Right = "The item is read a few times; then an exception is thrown.")]
    public async Task Download_OfAnEndlessBodyOfAFileThatGrowsEachTime_Ends()
    {
        var sent = new Counter();
        await using var download = new DownloadCase(
            number => new ScriptedFile("x.log", [1, 2, 3, 4, 5]) { Hash = null, Size = 5 + (number * 100_000L), CTag = $"c{number}" },
            (_, _) => Endless(sent, "text/plain"));

        await Assert.ThrowsAnyAsync<OneDriveException>(() => download.ReplaceAsync());

        Assert.InRange(download.Service.Requests.Count, 1, 60);
        download.AssertOldFileIsUntouched();
    }

    [Fact]
    [FieldCase("H2.trailing-bytes", "H2", Source = "own",
        Report = "The file is returned chunked, followed by an endless body.",
        Right = "The bytes with the described size and hash are the file; the rest is not read.")]
    public async Task Download_WhenBytesWithoutEndFollowTheFile_TakesTheFile()
    {
        var sent = new Counter();
        await using var download = new DownloadCase(
            new ScriptedFile("x.bin", Content), (_, _) => Endless(sent, "application/octet-stream") with { Body = Content });

        Assert.Equal(ContentIntegrity.Verified, (await download.ReplaceAsync()).Integrity);
        download.AssertFile(Content);
    }

    private static Answer Endless(Counter sent, string mediaType) => Answer.Bytes(new byte[6], mediaType).Chunked() with
    {
        Tail = async (network, cancellationToken) =>
        {
            var chunk = Encoding.ASCII.GetBytes($"10000\r\n{new string('y', 0x10000)}\r\n");

            // The test's own bound, far above that of the client.
            while (sent.Add(chunk.Length) < 512L * 1024 * 1024)
            {
                await network.WriteAsync(chunk, cancellationToken);
            }
        },
    };

    private sealed class Counter
    {
        private long _value;

        internal long Add(int count) => Interlocked.Add(ref _value, count);
    }
}
