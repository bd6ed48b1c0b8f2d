using System.IO.Compression;
using OneDrive.Sdk.FieldTests.Service;
using OneDrive.Sdk.FieldTests.Support;
using static OneDrive.Sdk.FieldTests.Downloads.DownloadCase;

namespace OneDrive.Sdk.FieldTests.Downloads;

/// <summary>Kind A2: what a response leaves out is unknown, and no agreement.</summary>
public sealed class UnsaidTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [FieldCase("D3", "A2", Source = "rclone/rclone#7597",
        Report = "A stream reads ranges; in the middle the URL returns a chunked page without a tag.",
        Right = "A new URL is requested, and the stream returns the content of the file.")]
    public async Task OpenRead_WhenAPageWithoutATagComesInTheMiddle_AsksForANewAddress(bool isPage)
    {
        var content = FieldData.Bytes(3_000_000);
        await using var download = new DownloadCase(
            new ScriptedFile("x.bin", content),
            (request, number) => number is 1 or 2
                ? Answer.Bytes(FieldData.Bytes(3_000_000, seed: 2), isPage ? "text/html" : "application/octet-stream").Chunked()
                : Answer.Bytes(content).WithETag("\"1\"").ForRange(request));

        Assert.True((await download.ReadAsync()).AsSpan().SequenceEqual(content), "Other bytes are in the stream.");
        Assert.True(download.Service.Count("GET", "/content") >= 3, "No new address was asked for.");
    }

    [Theory]
    [InlineData("gzip", true)]
    [InlineData("gzip", false)]
    [InlineData("br", true)]
    [FieldCase("D6", "A2", Source = "RFC 9110, section 12.5.3",
        Report = "The content is returned with Content-Encoding although the request did not ask for it.",
        Right = "Every request for content contains Accept-Encoding: identity; a compressed body is rejected, and the file is requested "
            + "again.")]
    public async Task Download_WhenABodyIsCompressed_NeverTakesItForTheFile(string coding, bool isOnce)
    {
        await using var download = new DownloadCase(
            new ScriptedFile("x.docx", Content),
            (request, number) => number == 0 || !isOnce
                ? Answer.Bytes(Compressed()).With("Content-Encoding", coding).WithETag("\"1\"")
                : Answer.Bytes(Content).WithETag("\"1\"").ForRange(request));

        if (isOnce)
        {
            Assert.Equal(ContentIntegrity.Verified, (await download.ReplaceAsync()).Integrity);
            Assert.Equal(Content, await download.ReadAsync());
        }
        else
        {
            await Assert.ThrowsAnyAsync<OneDriveException>(() => download.ReplaceAsync());
            download.AssertOldFileIsUntouched();
            await Assert.ThrowsAnyAsync<OneDriveException>(() => download.ReadAsync());
        }

        Assert.All(
            download.Service.Requests.Where(request => request.AsksForBytes() || request.AsksForContentAddress()),
            request => Assert.Equal("identity", request.Header("Accept-Encoding")));
    }

    [Fact]
    [FieldCase("D6", "A2")]
    public async Task Download_OfACompressedFileWithALabel_IsProvedByItsHash()
    {
        var content = Compressed();
        await using var download = new DownloadCase(
            new ScriptedFile("x.gz", content) { Size = content.Length + 1 },
            (request, _) => Answer.Bytes(content).With("Content-Encoding", "gzip").WithETag("\"1\""));

        Assert.Equal(ContentIntegrity.Verified, (await download.ReplaceAsync()).Integrity);
        download.AssertFile(content);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [FieldCase("D8", "A2", Source = "in the kind of OneDrive/onedrive-api-docs#133",
        Report = "Every response has another ETag, and connections break in between.",
        Right = "With a hash the download continues and the hash decides; without one the item is read to check whether the file is the "
            + "same.")]
    public async Task Download_WhenEveryResponseHasAnotherTag_GoesOn(bool hasHash)
    {
        var file = new ScriptedFile("x.bin", Content);
        await using var download = new DownloadCase(
            hasHash ? file : file with { Hash = null },
            (request, number) => number < 6
                ? Answer.Bytes(Content).WithETag($"\"{number}\"").ForRange(request).BreaksAfter(150_000)
                : Answer.Bytes(Content).WithETag($"\"{number}\"").ForRange(request));

        var result = await download.ReplaceAsync();

        Assert.Equal(hasHash ? ContentIntegrity.Verified : ContentIntegrity.NotChecked, result.Integrity);
        download.AssertFile(Content);
        Assert.Equal(Content, await download.ReadAsync());
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    [FieldCase("D8", "A2")]
    public async Task Download_WhenTheFileChangesInBetween_NeverMixesVersions(bool hasHash, bool hasTags)
    {
        var newer = FieldData.Bytes(1_500_000, seed: 2);
        var isReplaced = false;
        await using var download = new DownloadCase(
            _ =>
            {
                var file = Volatile.Read(ref isReplaced)
                    ? new ScriptedFile("x.bin", newer) { CTag = "c2", ETag = "e2" }
                    : new ScriptedFile("x.bin", Content);
                return hasHash ? file : file with { Hash = null };
            },
            (request, number) =>
            {
                Volatile.Write(ref isReplaced, number > 0);
                var answer = Answer.Bytes(number == 0 ? Content : newer);
                answer = (hasTags ? answer.WithETag($"\"{Math.Min(number, 1)}\"") : answer).ForRange(request);
                return number == 0 ? answer.BreaksAfter(150_000) : answer;
            });

        await download.ReplaceAsync();

        download.AssertFile(newer);
    }

    [Fact]
    [FieldCase("D7", "A2", Source = "own",
        Report = "A transport that follows redirects hides the URL of the content; a stream of 40 MB downloaded 271 MB.",
        Right = "Such a transport is rejected when the client is created, and the message contains the setting.")]
    public async Task Client_WithATransportThatFollowsRedirects_IsRefused()
    {
        await using var service = new ScriptedService(_ => null);
        using var following = new SocketsHttpHandler();
        using var wrapped = new Wrapping(new HttpClientHandler());

        var refusal = Assert.Throws<ArgumentException>(() => FieldClient.Create(service, transport: following));

        Assert.Contains("AllowAutoRedirect", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => FieldClient.Create(service, transport: wrapped));
    }

    [Fact]
    [FieldCase("D7", "A2")]
    public async Task OpenRead_WhenTheBytesComeFromTheServiceItself_AsksForRangesThere()
    {
        var content = FieldData.Bytes(8_000_000);
        var sent = 0L;
        await using var service = new ScriptedService(request =>
        {
            if (!request.AsksForContentAddress())
            {
                return request.AsksForItem("x.bin") ? Answer.Json(new ScriptedFile("x.bin", content).ToJson()) : null;
            }

            var answer = Answer.Bytes(content).WithETag("\"1\"").ForRange(request);
            Interlocked.Add(ref sent, answer.Body.Length);
            return answer;
        });
        using var client = FieldClient.Create(service);
        await using var stream = await client.Content.OpenReadAsync(DriveAddress.Me.Path("/x.bin"));
        using var copy = new MemoryStream();

        await stream.CopyToAsync(copy);

        Assert.True(copy.ToArray().AsSpan().SequenceEqual(content), "Other bytes are in the stream.");
        Assert.InRange(sent, content.Length, (2 * content.Length) + 1);
    }

    [Fact]
    [FieldCase("A2.no-tags", "A2", Source = "own",
        Report = "Neither the file nor its content has a tag or a hash, and the connection breaks while the file is replaced.",
        Right = "The download restarts: there is no evidence that the content is of the same version.")]
    public async Task Download_WhenNothingTellsVersionsApart_BeginsAgainAfterABreak()
    {
        var newer = FieldData.Bytes(1_500_000, seed: 2);
        await using var download = new DownloadCase(
            new ScriptedFile("x.bin", Content) { Hash = null, CTag = null, ETag = null },
            (request, number) => number == 0
                ? Answer.Bytes(Content).BreaksAfter(Part)
                : Answer.Bytes(newer).ForRange(request));

        Assert.Equal(ContentIntegrity.NotChecked, (await download.ReplaceAsync()).Integrity);
        download.AssertFile(newer);
    }

    [Theory]
    [InlineData(204)]
    [InlineData(202)]
    [FieldCase("A2.no-content", "A2", Source = "own",
        Report = "The URL returns 204 or 202 for a file whose size and hash are unknown.",
        Right = "The response does not have content, and an empty file is not accepted.")]
    public async Task Download_WhenASuccessfulResponseHoldsNoContent_Throws(int status)
    {
        await using var download = new DownloadCase(
            new ScriptedFile("x.bin", Content) { Hash = null, Size = null }, (_, _) => Answer.Of(status));

        await Assert.ThrowsAnyAsync<OneDriveException>(() => download.ReplaceAsync());

        download.AssertOldFileIsUntouched();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [FieldCase("A2.length-forgotten", "A2", Source = "own",
        Report = "A response states the length and breaks; the next one is chunked, does not state a length and ends early. The item has "
            + "no size and no hash.",
        Right = "The stated length is kept, and the download continues until the file is complete.")]
    public async Task Download_WhenALaterResponseLeavesTheLengthOut_RemembersIt(bool breaksAtOnce)
    {
        await using var download = new DownloadCase(
            new ScriptedFile("x.bin", Content) { Hash = null, Size = null },
            (request, number) => number switch
            {
                0 => Answer.Bytes(Content).WithETag("\"1\"").BreaksAfter(breaksAtOnce ? 0 : 100_000),
                1 => Answer.Bytes(Content.AsMemory(0, Part)).WithETag("\"1\"").Chunked(),
                _ => Answer.Bytes(Content).WithETag("\"1\"").ForRange(request),
            });

        await download.ReplaceAsync();

        download.AssertFile(Content);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [FieldCase("A2.partial-of-alpha", "A2", Source = "own",
        Report = "Version 0.1.0-alpha.1 stored a page as the beginning of a file, in name.partial and name.partial.state.",
        Right = "Content that cannot be verified with a hash is not resumed; other content is, and the hash decides.")]
    public async Task Download_WithWhatAnOlderVersionLeft_ContinuesOnlyWhatAHashWillProve(bool hasHash)
    {
        var file = new ScriptedFile("x.bin", Content);
        await using var download = new DownloadCase(
            hasHash ? file : file with { Hash = null }, (request, _) => Answer.Bytes(Content).ForRange(request));
        var page = System.Text.Encoding.ASCII.GetBytes(Page);
        await File.WriteAllBytesAsync(download.Path + ".partial", page);
        await File.WriteAllTextAsync(
            download.Path + ".partial.state",
            $"{{\"driveId\":\"d\",\"itemId\":\"1\",\"contentTag\":\"c1\",\"size\":{Content.Length}}}\n"
            + $"{page.Length} {FieldData.QuickXor(page)}\n");

        await download.DownloadFileAsync();

        download.AssertFile(Content);
    }

    private static byte[] Compressed()
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(Content);
        }

        return compressed.ToArray();
    }

    private sealed class Wrapping(HttpMessageHandler inner) : DelegatingHandler(inner);
}
