using OneDrive.Sdk.FieldTests.Service;
using OneDrive.Sdk.FieldTests.Support;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.FieldTests.Downloads;

/// <summary>Rows H2, R1 and their siblings: one odd child costs that child, and a list that is an error costs the folder.</summary>
public sealed class OddChildTests
{
    private static readonly byte[] Content = FieldData.Bytes(1000);

    public static TheoryData<string> OddChildren => new()
    {
        """{"name":"odd","size":1000,"file":{},"parentReference":{"driveId":"d"}}""",
        """{"name":"odd","folder":{},"parentReference":{"driveId":"d"}}""",
        """{"id":"..","name":"odd","folder":{},"parentReference":{"driveId":"d"}}""",
        """{"id":"a/b","name":"odd","folder":{},"parentReference":{"driveId":"d"}}""",
        """{"id":"a\u0007b","name":"odd","folder":{},"parentReference":{"driveId":"d"}}""",
        """{"id":"..","name":"odd","size":1000,"file":{},"parentReference":{"driveId":"d"}}""",
        """{"id":"5","name":"odd","size":1000,"file":{},"parentReference":{"driveId":".."}}""",
    };

    [Theory]
    [MemberData(nameof(OddChildren))]
    [FieldCase("H2", "H1", Source = "own",
        Report = "A folder contains a child without id or drive, or whose id is `..`, `a/b` or contains a control character.",
        Right = "That child fails, and the others are downloaded.")]
    public async Task DownloadFolder_WithAnOddChild_FailsThatChildOnly(string child)
    {
        await using var folder = new FolderCase($$"""{"value":[{{Child("a")}},{{child}},{{Child("b")}}]}""");

        var result = await folder.DownloadAsync();

        Assert.Equal((2, 1), (result.FilesTransferred, result.Failed));
        Assert.Equal("odd", Assert.Single(result.Failures).RelativePath);
        Assert.Equal(["a", "b"], folder.Files);
    }

    [Theory]
    [InlineData("""{"id":"5","name":"odd","size":1000,"file":{}}""")]
    [InlineData("""{"id":"5","name":"odd","folder":{}}""")]
    [FieldCase("H2", "H1")]
    public async Task DownloadFolder_WithAChildWithoutADrive_BringsTheOthers(string child)
    {
        await using var folder = new FolderCase($$"""{"value":[{{Child("a")}},{{child}},{{Child("b")}}]}""");

        await folder.DownloadAsync();

        Assert.Contains("a", folder.Files);
        Assert.Contains("b", folder.Files);
    }

    [Fact]
    [FieldCase("H1.null-child", "H1", Source = "own",
        Report = "The list of a folder contains null between two files.",
        Right = "It is ignored, and the files are downloaded.")]
    public async Task DownloadFolder_WithNullInTheList_LeavesItOut()
    {
        await using var folder = new FolderCase($$"""{"value":[{{Child("a")}},null,{{Child("b")}}]}""");

        var result = await folder.DownloadAsync();

        result.EnsureComplete();
        Assert.Equal(["a", "b"], folder.Files);
    }

    [Theory]
    [InlineData("""{"id":"root","name":"f","folder":{}}""")]
    [InlineData("""{"name":"f","folder":{},"parentReference":{"driveId":"d"}}""")]
    [FieldCase("H1.root", "H1", Source = "own",
        Report = "The folder to download is returned without its drive or its id.",
        Right = "It is read at the address that the caller passed.")]
    public async Task DownloadFolder_WhenTheFolderIsDescribedWithoutItsDrive_UsesTheCallersAddress(string description)
    {
        await using var folder = new FolderCase($$"""{"value":[{{Child("a")}},{{Child("b")}}]}""", description: description);

        var result = await folder.DownloadAsync();

        result.EnsureComplete();
        Assert.Equal(["a", "b"], folder.Files);
    }

    [Theory]
    [InlineData("""{"error":{"code":"generalException","message":"Refused by the script."}}""")]
    [FieldCase("R1", "C1", Source = "OneDrive/onedrive-api-docs#422",
        Report = "The list of a folder with seven files returns 200 with an error in its body.",
        Right = "The result is not complete and contains the error.")]
    public async Task DownloadFolder_WhenTheListIsAnError_IsNotComplete(string list)
    {
        await using var folder = new FolderCase(list);

        var result = await folder.DownloadAsync();

        Assert.False(result.IsComplete);
        var error = Assert.IsType<OneDriveApiException>(Assert.Single(result.Failures).Error);
        Assert.Equal("generalException", error.ErrorCode);
        Assert.Contains("generalException", Assert.Throws<AggregateException>(result.EnsureComplete).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [FieldCase("C1.error-in-subfolder", "C1", Source = "own",
        Report = "The list of a subfolder returns 200 with an error in its body.",
        Right = "That folder fails with the error, and the files beside it are downloaded.")]
    public async Task DownloadFolder_WhenTheListOfAFolderInItIsAnError_FailsThatFolderOnly()
    {
        await using var folder = new FolderCase(
            $$"""{"value":[{{Child("a")}},{"id":"sub","name":"sub","folder":{},"parentReference":{"driveId":"d"} },{{Child("b")}}]}""");

        var result = await folder.DownloadAsync();

        Assert.Equal("sub", Assert.Single(result.Failures).RelativePath);
        Assert.Equal(["a", "b"], folder.Files);
    }

    [Fact]
    [FieldCase("C1.error-on-later-page", "C1", Source = "own",
        Report = "The first page of a folder is valid, and the second returns 200 with an error.",
        Right = "The files of the first page are downloaded, and the result is not complete.")]
    public async Task DownloadFolder_WhenALaterPageIsAnError_IsNotComplete()
    {
        await using var folder = new FolderCase(
            $$"""{"value":[{{Child("a")}}],"@odata.nextLink":"NEXT"}""", """{"error":{"code":"generalException","message":"No."}}""");

        var result = await folder.DownloadAsync();

        Assert.Equal((1, false), (result.FilesTransferred, result.IsComplete));
    }

    [Fact]
    [FieldCase("D2", "A1")]
    public async Task DownloadFolder_TellsTheIntegrityOfEachFile()
    {
        var folderList = $$"""
            {"value":[{{Child("a")}},
            {"id":"b","name":"b","size":1000,"file":{},"parentReference":{"driveId":"d","driveType":"business"} },
            {"id":"c","name":"c.docx","size":900,"file":{"hashes":{"quickXorHash":"{{FieldData.QuickXor([1])}}"} },"cTag":"c",
            "parentReference":{"driveId":"d","driveType":"business"} },
            {"id":"page","name":"page.docx","size":900,"file":{"hashes":{"quickXorHash":"{{FieldData.QuickXor([1])}}"} },"cTag":"c",
            "parentReference":{"driveId":"d","driveType":"business"} }]}
            """;
        await using var folder = new FolderCase(folderList);
        var told = new List<FolderTransferItem>();

        var result = await folder.DownloadAsync(new DownloadFolderOptions { Progress = new Told(told) });

        Assert.Equal((1, 1, 1, 1), (result.FilesVerified, result.FilesNotChecked, result.FilesChangedByService, result.Failed));
        Assert.Equal(
            [("a", ContentIntegrity.Verified), ("b", ContentIntegrity.NotChecked), ("c.docx", ContentIntegrity.ChangedByService)],
            told.Where(item => item.Outcome is FolderTransferOutcome.Transferred)
                .Select(item => (item.RelativePath, item.Integrity)).Order());
        Assert.Equal(["b", "c.docx"], result.Unverified.Select(item => item.RelativePath).Order(StringComparer.Ordinal));
        Assert.Equal("page.docx", Assert.Single(result.Failures).RelativePath);
        Assert.Equal(["a", "b", "c.docx"], folder.Files);
    }

    [Fact]
    [FieldCase("A3.folder-again", "A3", Source = "own",
        Report = "A folder contains a photo whose metadata has a larger size and its correct hash, and is downloaded twice.",
        Right = "The second run detects the photo as unchanged and downloads nothing.")]
    public async Task DownloadFolder_AgainWhenTheSizeIsWrongAndTheHashIsRight_TransfersNothing()
    {
        await using var folder = new FolderCase(
            $$"""{"value":[{{Child("a").Replace("\"size\":1000", "\"size\":1200", StringComparison.Ordinal)}}]}""");
        await folder.DownloadAsync();

        var again = await folder.DownloadAsync();

        Assert.Equal((0, 1, 0), (again.FilesTransferred, again.FilesUnchanged, again.Failed));
    }

    private static string Child(string name) => $$$"""
        {"id":"{{{name}}}","name":"{{{name}}}","size":{{{Content.Length}}},"cTag":"c",
        "parentReference":{"driveId":"d","driveType":"business"},
        "file":{"hashes":{"quickXorHash":"{{{FieldData.QuickXor(Content)}}}"} } }
        """;

    private sealed class Told(List<FolderTransferItem> items) : IProgress<FolderTransferItem>
    {
        public void Report(FolderTransferItem value) => items.Add(value);
    }

    /// <summary>A folder with the given list, whose files all have the same bytes; one named "page" is served as a web page.</summary>
    private sealed class FolderCase : IAsyncDisposable
    {
        private readonly TemporaryDirectory _directory = new();
        private readonly ScriptedService _service;
        private readonly OneDriveClient _client;

        internal FolderCase(
            string list,
            string? next = null,
            string description = """{"id":"root","name":"f","folder":{},"parentReference":{"driveId":"d"} }""")
        {
            _service = new ScriptedService(request => request switch
            {
                _ when request.AsksForContentAddress() => Answer.Redirect(
                    _service!.At(request.DecodedPath.Contains("page", StringComparison.Ordinal) ? "/page" : ScriptedDownload.BytesPath)),
                { Path: "/page" } => Answer.Html(DownloadCase.Page),
                _ when request.AsksForBytes() => Answer.Bytes(Content).WithETag("\"1\"").ForRange(request),
                _ when request.DecodedPath.EndsWith("/sub/children", StringComparison.Ordinal) =>
                    Answer.Json("""{"error":{"code":"generalException","message":"No."}}"""),
                _ when request.Query.Contains("page=2", StringComparison.Ordinal) => Answer.Json(next!),
                _ when request.DecodedPath.EndsWith("children", StringComparison.Ordinal) => Answer.Json(
                    list.Replace("NEXT", _service!.At("/v1.0/drives/d/items/root/children?page=2").AbsoluteUri, StringComparison.Ordinal)),
                _ when request.AsksForItem("f") => Answer.Json(description),
                _ when request.DecodedPath.Contains("/items/", StringComparison.Ordinal) => Answer.Json(Described(list, request)),
                _ => null,
            });
            _client = FieldClient.Create(_service);
        }

        internal IEnumerable<string> Files =>
            Directory.GetFiles(_directory.Path).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

        internal Task<FolderTransferResult> DownloadAsync(DownloadFolderOptions? options = null) =>
            _client.Content.DownloadFolderAsync(DriveAddress.Me.Path("/f"), _directory.Path, options);

        public async ValueTask DisposeAsync()
        {
            _client.Dispose();
            await _service.DisposeAsync();
            _directory.Dispose();
        }

        private static string Described(string list, ScriptedRequest request)
        {
            using var page = System.Text.Json.JsonDocument.Parse(list);
            return page.RootElement.GetProperty("value").EnumerateArray()
                .First(item => request.DecodedPath.EndsWith("/" + item.GetProperty("id").GetString(), StringComparison.Ordinal))
                .GetRawText();
        }
    }
}
