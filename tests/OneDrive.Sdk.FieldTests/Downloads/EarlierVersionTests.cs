using System.Text;
using OneDrive.Sdk.FieldTests.Service;
using OneDrive.Sdk.FieldTests.Support;
using static OneDrive.Sdk.FieldTests.Downloads.DownloadCase;

namespace OneDrive.Sdk.FieldTests.Downloads;

/// <summary>Siblings of the rows for downloads: the content of an earlier version, and pictures of a file.</summary>
public sealed class EarlierVersionTests
{
    [Theory]
    [InlineData("x.docx", true)]
    [InlineData("x.html", false)]
    [FieldCase("A1.page-for-version", "A1", Source = "own",
        Report = "A web page is returned once instead of an earlier version of a document.",
        Right = "It is rejected and the version is requested again; a version of a web page is accepted.")]
    public async Task DownloadVersion_WhenAPageComesOnce_AsksAgain(string name, bool isRefused)
    {
        await using var version = new VersionCase(
            name, number => isRefused && number > 0 ? Answer.Bytes(Content).WithETag("\"1\"") : Answer.Html(Page).WithETag("\"1\""));

        var content = await version.DownloadAsync();

        Assert.Equal(isRefused ? Content : Encoding.ASCII.GetBytes(Page), content);
    }

    [Fact]
    [FieldCase("A2.encoded-version", "A2", Source = "own",
        Report = "An earlier version is returned compressed, once.",
        Right = "It is rejected and requested again.")]
    public async Task DownloadVersion_WhenItComesCompressed_AsksAgain()
    {
        await using var version = new VersionCase(
            "x.bin",
            number => number == 0
                ? Answer.Bytes(new byte[100]).With("Content-Encoding", "gzip")
                : Answer.Bytes(Content).WithETag("\"1\""));

        Assert.Equal(Content, await version.DownloadAsync());
    }

    [Fact]
    [FieldCase("H2.endless-version", "H2", Source = "own",
        Report = "An earlier version of 1,500,000 bytes is returned chunked and does not end.",
        Right = "The size of the version is read, and the download stops there.")]
    public async Task DownloadVersion_OfAnEndlessBody_Stops()
    {
        await using var version = new VersionCase(
            "x.bin", _ => Answer.Bytes(FieldData.Bytes(3_000_000)).WithETag("\"1\"").Chunked());
        using var destination = new ForwardStream();

        await Assert.ThrowsAsync<ContentVerificationException>(() => version.DownloadAsync(destination));

        Assert.InRange(destination.Bytes.Length, 0, Content.Length);
    }

    [Fact]
    [FieldCase("A1.page-for-picture", "A1", Source = "own",
        Report = "A web page is always returned instead of the thumbnail of a web page.",
        Right = "It is rejected: a thumbnail is never a web page, whatever the file is.")]
    public async Task DownloadThumbnail_WhenAPageComes_Throws()
    {
        await using var version = new VersionCase("x.html", _ => Answer.Html(Page));
        using var destination = new ForwardStream();

        await Assert.ThrowsAnyAsync<OneDriveException>(() => version.Client.Content.DownloadThumbnailAsync(
            DriveAddress.Me.Path("/x.html"), ThumbnailSize.Large, destination));

        Assert.Empty(destination.Bytes);
    }

    private sealed class VersionCase : IAsyncDisposable
    {
        private readonly ScriptedService _service;
        private readonly string _name;
        private int _asked;

        internal VersionCase(string name, Func<int, Answer> bytes)
        {
            _name = name;
            _service = new ScriptedService(request => request switch
            {
                _ when request.AsksForContentAddress() => Answer.Redirect(_service!.At(ScriptedDownload.BytesPath)),
                _ when request.AsksForBytes() => bytes(Interlocked.Increment(ref _asked) - 1),
                _ when request.AsksForItem(name) => Answer.Json(new ScriptedFile(name, Content).ToJson()),
                _ when request.DecodedPath.EndsWith("/versions/1.0", StringComparison.Ordinal) => Answer.Json(
                    $$"""{"id":"1.0","size":{{Content.Length}}}"""),
                _ => null,
            });
            Client = FieldClient.Create(_service);
        }

        internal OneDriveClient Client { get; }

        internal async Task<byte[]> DownloadAsync()
        {
            using var destination = new MemoryStream();
            await DownloadAsync(destination);
            return destination.ToArray();
        }

        internal Task<long> DownloadAsync(Stream destination) =>
            Client.Versions.DownloadAsync(DriveAddress.Me.Path("/" + _name), "1.0", destination);

        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            await _service.DisposeAsync();
        }
    }
}
