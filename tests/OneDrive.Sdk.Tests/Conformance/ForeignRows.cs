using System.Net;
using System.Net.Http.Headers;
using OneDrive.Sdk.Tests.Support;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>What goes to addresses that the service gave: for uploads, for downloads, and for the progress of copies.</summary>
internal static class ForeignRows
{
    private const string ResumeKey = "key";
    private const long Size = 1_000_000_000;
    private const int Whole = 2 * OneDriveTransferOptions.FragmentAlignment;

    private static readonly ItemAddress Destination = DriveAddress.Me.Path("/file.bin");

    internal static IReadOnlyList<OperationRow> All { get; } =
    [
        new("PUT", "", (client, r) => client.Content.UploadAsync(Destination, new GeneratedStream(Piece(r)!.Length)))
        {
            When = request => DocumentedRange.Of(request) is { IsAligned: true },
            Answer = (r, request) => Session(r, request, (_, range) => Taken(range)),
            Configure = (r, options) => OnSession(options, (int)Math.Min(Piece(r)!.Count, DocumentedRange.LargestPiece)),
        },
        Row("GET", (client, _) => client.Content.UploadAsync(Destination, new GeneratedStream(Whole)), (_, _) => Failed(500)),
        Row("DELETE", (client, _) => client.Content.UploadAsync(Destination, new GeneratedStream(Whole)), (_, _) => Failed(413)),
        Row("POST", UploadAndCommitAsync, (_, range) => Taken(range, completes: false)),
        new("GET", "", async (client, r) =>
        {
            var range = DocumentedRange.Of(r.Request)!;
            await using var stream = await client.Content.OpenReadAsync(Destination, new() { BufferSize = (int)range.Count });
            stream.Position = range.Start;
            await stream.ReadExactlyAsync(new byte[range.Count]);
        })
        {
            When = request => DocumentedRange.Of(request) is not null,
            Answer = Redirect,
        },
        new("GET", "", (client, _) => client.Content.DownloadAsync(Destination, Stream.Null))
        {
            When = request => request.IsForeign && !IsMonitor(request),
            Answer = Redirect,
        },
        new("GET", "", (client, r) => client.Items.ResumeCopy(r.Request.Url, DriveAddress.Me).GetStatusAsync()) { When = IsMonitor },
    ];

    private static OperationRow Row(
        string method, Func<IOneDriveClient, Documented, Task> call, Func<Documented, DocumentedRange, HttpResponseMessage> put) =>
        new(method, "", call)
        {
            When = request => request.IsForeign && DocumentedRange.Of(request) is null && !IsMonitor(request),
            Answer = (r, request) => Session(r, request, put),
            Configure = (_, options) => OnSession(options, OneDriveTransferOptions.FragmentAlignment),
        };

    private static async Task UploadAndCommitAsync(IOneDriveClient client, Documented r)
    {
        var options = new UploadOptions { ResumeKey = ResumeKey, DeferCommit = true };
        await client.Content.UploadAsync(Destination, new GeneratedStream(Whole), options);
        await client.Content.CommitUploadAsync(ResumeKey);
    }

    private static void OnSession(OneDriveOptions options, int fragment)
    {

        // Waits are skipped; what only ends a request that hangs is not.
        options.TimeProvider = new SkippingTimeProvider(due => due >= TimeSpan.FromSeconds(10));
        options.Transfers.SingleRequestLimit = 1;
        options.Transfers.FragmentSize = fragment;
        options.Transfers.VerifyContentHash = false;
    }

    /// <summary>A session at the documented address, in which all bytes arrive but those that it refuses.</summary>
    private static HttpResponseMessage? Session(
        Documented r, HttpRequestMessage request, Func<Documented, DocumentedRange, HttpResponseMessage> put)
    {
        var path = request.RequestUri!.AbsolutePath;
        return request.Method switch
        {
            _ when path.EndsWith("/createUploadSession", StringComparison.Ordinal) => SentRequests.Json(
                200, $$"""{"uploadUrl":"{{r.Request.Url}}","expirationDateTime":"2099-01-01T00:00:00Z"}"""),
            _ when request.Content?.Headers.ContentRange is { } range => put(r, DocumentedRange.Of(range)),
            _ when path.EndsWith("/me/drive", StringComparison.Ordinal) => SentRequests.Json(200, """{"driveType":"business"}"""),
            var method when method == HttpMethod.Get => SentRequests.Json(200, """{"nextExpectedRanges":[]}"""),
            _ => null,
        };
    }

    private static HttpResponseMessage Taken(DocumentedRange range, bool completes = true) => range.End + 1 < range.Length
        ? SentRequests.Json(202, FormattableString.Invariant($$"""{"nextExpectedRanges":["{{range.End + 1}}-"]}"""))
        : completes
            ? SentRequests.Json(201, FormattableString.Invariant($$"""{"id":"1","name":"file.bin","size":{{range.Length}}}"""))
            : SentRequests.Json(202, """{"nextExpectedRanges":[]}""");

    private static HttpResponseMessage Failed(int status) => SentRequests.Json(status, """{"error":{"code":"generalException"}}""");

    /// <summary>Answers a request for the bytes with the documented address.</summary>
    private static HttpResponseMessage? Redirect(Documented r, HttpRequestMessage request)
    {
        if (request.RequestUri!.AbsolutePath.EndsWith("/content", StringComparison.Ordinal))
        {
            return new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri(r.Request.Url) } };
        }

        return request.RequestUri.Host == "graph.microsoft.com"
            ? SentRequests.Json(200, FormattableString.Invariant($$"""{"id":"1","name":"file.bin","size":{{Size}},"file":{} }"""))
            : request.Headers.Range?.Ranges.Single() is { } range ? Part(range.From!.Value, range.To!.Value) : null;
    }

    private static HttpResponseMessage Part(long start, long end)
    {
        var content = new ByteArrayContent(new byte[end - start + 1]);
        content.Headers.ContentRange = new ContentRangeHeaderValue(start, end, Size);
        return new HttpResponseMessage(HttpStatusCode.PartialContent) { Content = content };
    }

    private static DocumentedRange? Piece(Documented r) => DocumentedRange.Of(r.Request);

    private static bool IsMonitor(CorpusRequest request) =>
        request.IsForeign && request.Path.Contains("/monitor/", StringComparison.OrdinalIgnoreCase);
}
