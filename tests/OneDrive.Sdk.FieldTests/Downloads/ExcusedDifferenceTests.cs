using OneDrive.Sdk.FieldTests.Service;
using OneDrive.Sdk.FieldTests.Support;
using static OneDrive.Sdk.FieldTests.Downloads.DownloadCase;

namespace OneDrive.Sdk.FieldTests.Downloads;

/// <summary>Kind A1: that SharePoint rewrites documents excuses nothing else.</summary>
public sealed class ExcusedDifferenceTests
{
    [Theory]
    [InlineData("x.pdf", false)]
    [InlineData("x.pdf", true)]
    [InlineData("x.bin", false)]
    [InlineData("x.bin", true)]
    [FieldCase("D1", "A1", Source = "SharePoint/sp-dev-docs#5247",
        Report = "The content of a document is returned chunked, or until the connection closes, and ends properly after 600,000 of "
            + "1,500,000 bytes; later it is complete.",
        Right = "The download resumes and is verified. If this always happens, an exception is thrown, and the existing file is kept.")]
    public async Task Download_WhenABodyWithoutLengthEndsEarly_GoesOn(string name, bool untilClose)
    {
        await using var download = new DownloadCase(
            new ScriptedFile(name, Content),
            (request, number) => number == 0
                ? WithoutLength(Answer.Bytes(Content.AsMemory(0, Part)).WithETag("\"1\""), untilClose)
                : Answer.Bytes(Content).WithETag("\"1\"").ForRange(request));

        var result = await download.ReplaceAsync();

        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        download.AssertFile(Content);
    }

    [Theory]
    [InlineData("x.pdf", false)]
    [InlineData("x.pdf", true)]
    [InlineData("x.bin", false)]
    [FieldCase("D1", "A1")]
    public async Task Download_WhenABodyWithoutLengthAlwaysEndsEarly_ThrowsAndKeepsTheOldFile(string name, bool untilClose)
    {
        await using var download = new DownloadCase(
            new ScriptedFile(name, Content),
            (request, _) => WithoutLength(Answer.Bytes(Content.AsMemory(0, Part)).WithETag("\"1\""), untilClose));

        var failure = await Assert.ThrowsAsync<ContentVerificationException>(() => download.ReplaceAsync());

        Assert.Equal((Content.Length, Part), (failure.ExpectedLength, failure.ActualLength));
        Assert.Equal(
            (FieldData.QuickXor(Content), FieldData.QuickXor(Content.AsSpan(0, Part))), (failure.ExpectedHash, failure.ActualHash));
        download.AssertOldFileIsUntouched();
    }

    [Fact]
    [FieldCase("D1", "A1")]
    public async Task Download_WhenTheServiceHasNoMoreThanTheShortBody_Throws()
    {
        await using var download = new DownloadCase(
            new ScriptedFile("x.pdf", Content),
            (request, _) => Answer.Bytes(Content.AsMemory(0, Part)).WithETag("\"1\"").ForRange(request).Chunked());

        await Assert.ThrowsAsync<ContentVerificationException>(() => download.ReplaceAsync());

        download.AssertOldFileIsUntouched();
    }

    [Theory]
    [InlineData("x.docx", true)]
    [InlineData("x.docx", false)]
    [InlineData("x.pdf", true)]
    [FieldCase("D2", "A1", Source = "OneDrive/onedrive-api-docs#133",
        Report = "The download URL returns 200 with a web page of 210 KB instead of a document.",
        Right = "A new URL is requested. If the page is always returned, an exception is thrown, and no file is replaced.")]
    public async Task Download_WhenAPageComesOnceInPlaceOfTheFile_FetchesTheFile(string name, bool isChunked)
    {
        await using var download = new DownloadCase(
            new ScriptedFile(name, Content),
            (request, number) => number == 0 ? PageAnswer(isChunked) : Answer.Bytes(Content).WithETag("\"1\"").ForRange(request));

        Assert.Equal(ContentIntegrity.Verified, (await download.ReplaceAsync()).Integrity);
        download.AssertFile(Content);

        using var forward = new ForwardStream();
        await using var again = new DownloadCase(
            new ScriptedFile(name, Content),
            (request, number) => number == 0 ? PageAnswer(isChunked) : Answer.Bytes(Content).WithETag("\"1\""));
        Assert.Equal(ContentIntegrity.Verified, (await again.DownloadAsync(forward)).Integrity);
        Assert.Equal(Content, forward.Bytes);
    }

    [Theory]
    [InlineData("x.docx", true, true)]
    [InlineData("x.docx", false, true)]
    [InlineData("x.pdf", false, false)]
    [FieldCase("D2", "A1")]
    public async Task Download_WhenAPageAlwaysComesInPlaceOfTheFile_ThrowsAndKeepsTheOldFile(string name, bool isChunked, bool hasHash)
    {
        var file = new ScriptedFile(name, Content);
        await using var download = new DownloadCase(
            hasHash ? file : file with { Hash = null }, (_, _) => PageAnswer(isChunked).WithETag("\"page\""));

        var failure = await Assert.ThrowsAnyAsync<OneDriveException>(() => download.ReplaceAsync());

        Assert.Contains("page", failure.Message, StringComparison.Ordinal);
        download.AssertOldFileIsUntouched();
        using var forward = new ForwardStream();
        await Assert.ThrowsAnyAsync<OneDriveException>(() => download.DownloadAsync(forward));
        Assert.Empty(forward.Bytes);
    }

    [Fact]
    [FieldCase("D11", "A1", Source = "OneDrive/onedrive-api-docs#1532",
        Report = "The metadata of a HEIC photo on a personal drive contains another size and hash than its content, which is the same "
            + "each time.",
        Right = "The content is downloaded twice and accepted as changed by the service. For a file of another type an exception with "
            + "both lengths and hashes is thrown.")]
    public async Task Download_OfAPhotoThatIsDescribedOtherwise_TakesItAfterASecondLook()
    {
        var content = FieldData.Bytes(1_300_000);
        await using var download = new DownloadCase(
            new ScriptedFile("x.heic", content) { DriveType = "personal", Size = 3_039_814, Hash = FieldData.QuickXor(Content) },
            (request, _) => Answer.Bytes(content).WithETag("\"1\"").ForRange(request));

        Assert.Equal(ContentIntegrity.ChangedByService, (await download.ReplaceAsync()).Integrity);
        download.AssertFile(content);
        Assert.Contains(download.Service.Requests, request => request.Header("Range") == "bytes=1234464-1299999");
        Assert.Equal(content, await download.ReadAsync());
        using var forward = new ForwardStream();
        Assert.Equal(ContentIntegrity.ChangedByService, (await download.DownloadAsync(forward)).Integrity);
        Assert.Equal(content, forward.Bytes);
    }

    [Fact]
    [FieldCase("D11", "A1")]
    public async Task Download_OfAnyOtherFileThatIsDescribedOtherwise_ThrowsWithBothLengthsAndHashes()
    {
        var content = FieldData.Bytes(1_300_000);
        await using var download = new DownloadCase(
            new ScriptedFile("x.bin", content) { DriveType = "personal", Size = 3_039_814, Hash = FieldData.QuickXor(Content) },
            (request, _) => Answer.Bytes(content).WithETag("\"1\"").ForRange(request));

        var failure = await Assert.ThrowsAsync<ContentVerificationException>(() => download.ReplaceAsync());

        Assert.Equal((3_039_814, 1_300_000), (failure.ExpectedLength, failure.ActualLength));
        Assert.Equal((FieldData.QuickXor(Content), FieldData.QuickXor(content)), (failure.ExpectedHash, failure.ActualHash));
        download.AssertOldFileIsUntouched();
        await Assert.ThrowsAsync<ContentVerificationException>(() => download.ReadAsync());

        var result = await download.ReplaceAsync(new DownloadOptions { AcceptUnverified = true });
        Assert.Equal(ContentIntegrity.NotChecked, result.Integrity);
        download.AssertFile(content);
    }

    [Theory]
    [InlineData("x.docx", "business")]
    [InlineData("x.pdf", "documentLibrary")]
    [InlineData("x.pfile", "business")]
    [InlineData("x.HEIF", "personal")]
    [FieldCase("A1.rewritten", "A1", Source = "own",
        Report = "A document that SharePoint has rewritten, or a protected file, has another length than its metadata, always the same.",
        Right = "The last 64 KiB are downloaded again; with the same length, tag and bytes the content counts as changed by the service.")]
    public async Task Download_OfARewrittenFile_FetchesOnlyItsEndAgain(string name, string driveType)
    {
        await using var download = new DownloadCase(
            new ScriptedFile(name, Content) { DriveType = driveType, Size = 1_400_000, Hash = FieldData.QuickXor([1]) },
            (request, _) => Answer.Bytes(Content).WithETag("\"1\"").ForRange(request));

        Assert.Equal(ContentIntegrity.ChangedByService, (await download.ReplaceAsync()).Integrity);
        download.AssertFile(Content);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [FieldCase("A1.one-wrong-byte", "A1", Source = "own",
        Report = "One byte of a document on a business drive is wrong, once.",
        Right = "The document is downloaded again and verified; it does not count as rewritten by SharePoint.")]
    public async Task Download_OfADocumentWithOneWrongByteOnce_FetchesItAgain(bool canGoBack)
    {
        var wrong = (byte[])Content.Clone();
        wrong[700_000] ^= 1;
        await using var download = new DownloadCase(
            new ScriptedFile("x.docx", Content),
            (request, number) => Answer.Bytes(number == 0 ? wrong : Content).WithETag("\"1\"").ForRange(request));
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

    [Theory]
    [InlineData("x.docx", "application/json", "{\"error\":{\"code\":\"generalException\"}}")]
    [InlineData("x.pdf", "application/xml", "<error/>")]
    [InlineData("x.heic", "text/plain; charset=utf-8", "Try again later.")]
    [FieldCase("A1.error-as-content", "A1", Source = "own",
        Report = "The download URL returns 200 with an error in JSON, XML or text instead of a document, the same each time.",
        Right = "A rewritten document is never text: an exception is thrown, and no file is replaced.")]
    public async Task Download_WhenAnErrorAlwaysComesInPlaceOfADocument_ThrowsAndKeepsTheOldFile(string name, string mediaType, string body)
    {
        await using var download = new DownloadCase(
            new ScriptedFile(name, Content),
            (request, _) => Answer.Bytes(System.Text.Encoding.ASCII.GetBytes(body), mediaType).WithETag("\"1\"").ForRange(request));

        await Assert.ThrowsAsync<ContentVerificationException>(() => download.ReplaceAsync());

        download.AssertOldFileIsUntouched();
    }

    [Theory]
    [InlineData("x.html", "text/html", true)]
    [InlineData("x.html", "text/html", false)]
    [InlineData("x.aspx", null, false)]
    [FieldCase("A1.sign-in-page-for-html", "A1", Source = "own",
        Report = "A sign-in page is returned instead of a file that is a web page itself.",
        Right = "Only hash or length distinguish them: the page is never accepted as the file, and does not replace an existing file.")]
    public async Task Download_WhenASignInPageComesInPlaceOfAPage_NeverReplacesAFile(string name, string? mimeType, bool isChunked)
    {
        await using var download = new DownloadCase(
            new ScriptedFile(name, Content) { MimeType = mimeType }, (request, _) =>
            isChunked ? PageAnswer(isChunked: true) : PageAnswer(isChunked: false).WithETag("\"page\"").ForRange(request));

        await Assert.ThrowsAsync<ContentVerificationException>(() => download.ReplaceAsync());

        download.AssertOldFileIsUntouched();
        if (!isChunked)
        {
            using var copy = new MemoryStream();
            Assert.Equal(ContentIntegrity.NotChecked, (await download.DownloadAsync(copy)).Integrity);
        }
    }

    [Theory]
    [InlineData("x.html", "text/html")]
    [InlineData("x.aspx", "application/octet-stream")]
    [InlineData("x", null)]
    [InlineData("x.docx", "application/octet-stream")]
    [FieldCase("A1.real-page", "A1", Source = "own",
        Report = "A web page at the service, or a file that the service labels as one, is returned as text/html.",
        Right = "Its hash or its length proves it.")]
    public async Task Download_OfAFileThatComesAsAPage_IsProvedByHashOrLength(string name, string? mimeType)
    {
        var file = new ScriptedFile(name, Content) { MimeType = mimeType };
        await using var download = new DownloadCase(file, (request, _) => Answer.Bytes(Content, "text/html").WithETag("\"1\""));
        Assert.Equal(ContentIntegrity.Verified, (await download.ReplaceAsync()).Integrity);

        await using var without = new DownloadCase(
            file with { Hash = null }, (request, _) => Answer.Bytes(Content, "text/html").WithETag("\"1\""));
        Assert.Equal(ContentIntegrity.NotChecked, (await without.ReplaceAsync()).Integrity);
        without.AssertFile(Content);
    }

    private static Answer WithoutLength(Answer answer, bool untilClose) => untilClose ? answer.UntilClose() : answer.Chunked();

    private static Answer PageAnswer(bool isChunked) => isChunked ? Answer.Html(Page).Chunked() : Answer.Html(Page);
}
