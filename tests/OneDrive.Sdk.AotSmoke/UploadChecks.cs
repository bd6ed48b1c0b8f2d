using System.Net;
using System.Text.Json;
using OneDrive.Sdk.AotSmoke.Service;

namespace OneDrive.Sdk.AotSmoke;

/// <summary>Uploads in one request, in fragments, through doubt, and over two calls.</summary>
internal static class UploadChecks
{
    private const int Fragment = OneDriveTransferOptions.FragmentAlignment;
    private const int Length = (2 * Fragment) + 100;
    private const string Address = "me/drive/root:/big.bin";
    private const string SessionUrl = "https://upload.example/session?tempauth=secret";
    private const string Session = $$"""{ "uploadUrl": "{{SessionUrl}}", "nextExpectedRanges": ["0-"] }""";

    private static readonly byte[] Content = MakeContent();

    internal static async Task RunAsync(Checks checks)
    {
        await InOneRequestAsync(checks);
        await InFragmentsAsync(checks);
        await InTwoCallsAsync(checks);
    }

    private static async Task InOneRequestAsync(Checks checks)
    {
        // A published vector of the hash.
        var content = Convert.FromBase64String("jRRDVA==");
        var service = new CannedService().On(
            "PUT", "me/drive/root:/small.bin:/content?@microsoft.graph.conflictBehavior=fail", HttpStatusCode.Created,
            """{ "id": "1", "size": 4, "file": { "hashes": { "quickXorHash": "jaDAEKgAAAAAAAAABAAAAAAAAAA=" } } }""");
        using var client = Client.For(service);

        var result = await client.Content.UploadAsync(DriveAddress.Me.Path("/small.bin"), new MemoryStream(content));

        checks.Same("a small file goes in one request", content, service.Last.Body);
        checks.Equal("its hash is verified", ContentIntegrity.Verified, result.Integrity);
    }

    private static async Task InFragmentsAsync(Checks checks)
    {
        var service = new CannedService()
            .On("POST", $"{Address}:/createUploadSession", HttpStatusCode.OK, Session)
            .On("PUT", SessionUrl, HttpStatusCode.Accepted, Expects(Fragment))
            .On("PUT", SessionUrl, HttpStatusCode.InternalServerError, "{}")
            .On("GET", SessionUrl, HttpStatusCode.OK, Expects(2 * Fragment))
            .On("PUT", SessionUrl, HttpStatusCode.Created, Item);
        using var client = ClientFor(service);
        var progress = new List<long>();

        var result = await client.Content.UploadAsync(
            DriveAddress.Me.Path("/big.bin"),
            new MemoryStream(Content),
            new UploadOptions
            {
                Conflict = ConflictBehavior.Replace,
                Times = new FileSystemTimes { LastModified = new DateTimeOffset(2024, 2, 29, 1, 2, 3, TimeSpan.Zero) },
                Progress = new Reports(progress),
            });

        checks.Equal(
            "a session is opened",
            """{"item":{"@microsoft.graph.conflictBehavior":"replace","fileSystemInfo":{"lastModifiedDateTime":"2024-02-29T01:02:03Z"}}}""",
            service.Requests[1].Text);
        checks.Same(
            "fragments are sent, and the session is asked after a doubt",
            [Range(0, Fragment), Range(Fragment, 2 * Fragment), null, Range(2 * Fragment, Length)],
            service.Requests.Skip(2).Select(request => request.Header("Content-Range")));
        checks.That(
            "every byte was sent",
            Content.AsSpan().SequenceEqual(
                service.Requests.Where(request => request.Method == "PUT").SelectMany(request => request.Body).ToArray()));
        checks.That("no token went to the upload address", service.Requests.Skip(2).All(request => !request.HasToken));
        checks.Equal("acknowledged bytes are reported", (long)Length, progress[^1]);
        checks.Equal("the hash of the whole is verified", ContentIntegrity.Verified, result.Integrity);
        checks.That("nothing else was sent", service.IsDone);
    }

    private static async Task InTwoCallsAsync(Checks checks)
    {
        var directory = Directory.CreateTempSubdirectory("onedrive-aot-");
        try
        {
            var options = new UploadOptions { ResumeKey = "big" };
            var first = new CannedService()
                .On("POST", $"{Address}:/createUploadSession", HttpStatusCode.OK, Session)
                .On("PUT", SessionUrl, HttpStatusCode.Accepted, Expects(Fragment))
                .On("PUT", SessionUrl, HttpStatusCode.BadRequest, "{}")
                .On("GET", SessionUrl, HttpStatusCode.OK, Expects(Fragment))
                .On("PUT", SessionUrl, HttpStatusCode.BadRequest, "{}");
            using (var client = ClientFor(first, directory))
            {
                await checks.ThrowsAsync<OneDriveApiException>(
                    "an upload breaks off",
                    () => client.Content.UploadAsync(DriveAddress.Me.Path("/big.bin"), new MemoryStream(Content), options),
                    exception => exception.StatusCode == HttpStatusCode.BadRequest);
            }

            checks.That(
                "its address is sealed in the store",
                directory.GetFiles("*.upload") is [{ Length: > 0 } file]
                    && !(await File.ReadAllTextAsync(file.FullName)).Contains("tempauth", StringComparison.Ordinal));

            var second = new CannedService()
                .On("GET", SessionUrl, HttpStatusCode.OK, Expects(Fragment))
                .On("PUT", SessionUrl, HttpStatusCode.Accepted, Expects(2 * Fragment))
                .On("PUT", SessionUrl, HttpStatusCode.Created, Item);
            using (var client = ClientFor(second, directory))
            {
                var result = await client.Content.UploadAsync(DriveAddress.Me.Path("/big.bin"), new MemoryStream(Content), options);
                checks.Equal("another client goes on where it broke off", Fragment, result.ResumedFrom);
                checks.Equal("and verifies the whole", ContentIntegrity.Verified, result.Integrity);
            }
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static OneDriveClient ClientFor(CannedService service, DirectoryInfo? store = null) => Client.For(service, options =>
    {
        options.Transfers.FragmentSize = Fragment;
        options.Transfers.SingleRequestLimit = Fragment;
        options.UploadSessionStore = store is null ? null : new FileUploadSessionStore(store.FullName);
    });

    private static string Item =>
        $$"""
        {
          "id": "2", "name": "big.bin", "size": {{Length}},
          "file": { "hashes": { "quickXorHash": "{{JsonEncodedText.Encode(Convert.ToBase64String(QuickXorHash.HashData(Content)))}}" } }
        }
        """;

    private static string Expects(long start) => $$"""{ "nextExpectedRanges": ["{{start}}-"] }""";

    private static string Range(long start, long end) => $"bytes {start}-{end - 1}/{Length}";

    private static byte[] MakeContent()
    {
        var content = new byte[Length];
        new Random(1).NextBytes(content);
        return content;
    }
}
