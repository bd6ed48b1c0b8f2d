using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions.Authentication;

namespace OneDrive.Sdk.Comparison;

/// <summary>The same transfers with each peer.</summary>
internal static class TransferPeers
{
    internal const int FilesAtATime = 8;

    private const int FragmentSize = 10 * 1024 * 1024;

    /// <summary>The work of a peer: moves so many bytes, or uploads so many files.</summary>
    internal static Func<long, Task>? Of(string peer, string work, Uri address) => (peer, work) switch
    {
        ("bare", "upload") => length => BareUploadAsync(address, length),
        ("bare", "download" or "download-unchecked") => length => BareDownloadAsync(address, length),
        ("bare", "folder" or "parallel") => files => BareFilesAsync(Below(address), files, work == "folder" ? 1.05 : 1),
        ("sdk", "upload") => async length => await Client(address).Content.UploadAsync(File(length), new ZeroStream(length)),
        ("sdk", "download") => async length => await Client(address).Content.DownloadAsync(File(length), Stream.Null),
        ("sdk", "download-unchecked") => async length =>
            await Client(address, options => options.Transfers.VerifyContentHash = false).Content.DownloadAsync(File(length), Stream.Null),
        ("sdk", "folder") => FolderAsync(Client(Below(address))),
        ("sdk", "parallel") => files => FilesAsync(Client(Below(address)), files),
        ("graph", "upload") => length => GraphUploadAsync(address, length),
        ("graph", "download") => length => GraphDownloadAsync(address, length),
        _ => null,
    };

    /// <summary>Files of 10 KB, made once.</summary>
    internal static string Folder(long files)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"onedrive-comparison-{files}");
        if (Directory.Exists(folder))
            return folder;
        Directory.CreateDirectory(folder);
        var content = new byte[10 * 1024];
        for (var file = 0; file < files; file++)
        {
            Random.Shared.NextBytes(content);
            System.IO.File.WriteAllBytes(Path.Combine(folder, file.ToString("0000", CultureInfo.InvariantCulture)), content);
        }

        return folder;
    }

    private static Uri Below(Uri address) => new(address, TransferAnswers.Slow + "/");

    private static ItemAddress File(long length) =>
        DriveAddress.ById("d").Path(string.Create(CultureInfo.InvariantCulture, $"/transfer/{length}"));

    private static OneDriveClient Client(Uri address, Action<OneDriveOptions>? configure = null)
    {
        var options = new OneDriveOptions { Cloud = OneDriveCloud.Custom(address, address) };
        configure?.Invoke(options);
        return new OneDriveClient(new SdkPeer.Tokens(), options);
    }

    private static Func<long, Task> FolderAsync(OneDriveClient client) => async files =>
        (await client.Content.UploadFolderAsync(
            DriveAddress.ById("d").Path("/Backup"), Folder(files), new UploadFolderOptions { MaxConcurrentFiles = FilesAtATime }))
        .EnsureComplete();

    private static Task FilesAsync(OneDriveClient client, long files) => Parallel.ForEachAsync(
        Directory.EnumerateFiles(Folder(files)),
        new ParallelOptions { MaxDegreeOfParallelism = FilesAtATime },
        async (file, token) => await client.Content.UploadFileAsync(
            DriveAddress.ById("d").Path($"/transfer/up/{Path.GetFileName(file)}"), file, cancellationToken: token));

    private static async Task BareFilesAsync(Uri root, long files, double requestsPerFile)
    {
        using var http = new HttpClient();
        var paths = Directory.GetFiles(Folder(files));
        await Parallel.ForEachAsync(
            Enumerable.Range(0, (int)(files * requestsPerFile)),
            new ParallelOptions { MaxDegreeOfParallelism = FilesAtATime },
            async (number, token) =>
            {
                using var body = new ByteArrayContent(await System.IO.File.ReadAllBytesAsync(paths[number % paths.Length], token));
                using var response = await http.PutAsync(new Uri(root, $"transfer/up/{number}"), body, token);
                await response.Content.ReadAsByteArrayAsync(token);
            });
    }

    private static async Task BareUploadAsync(Uri address, long length)
    {
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        var content = new ZeroStream(length);
        var buffer = new byte[FragmentSize];
        for (long start = 0; start < length; start += FragmentSize)
        {
            var count = await content.ReadAtLeastAsync(buffer, FragmentSize, throwOnEndOfStream: false);
            using var body = new ByteArrayContent(buffer, 0, count);
            body.Headers.ContentRange = new ContentRangeHeaderValue(start, start + count - 1, length);
            using var response = await http.PutAsync(new Uri(address, "transfer/up/1"), body);
            response.EnsureSuccessStatusCode();
            await response.Content.ReadAsByteArrayAsync();
        }
    }

    private static async Task BareDownloadAsync(Uri address, long length)
    {
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        using var response = await http.GetAsync(
            new Uri(address, $"transfer/bytes?length={length}"), HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await response.Content.ReadAsStreamAsync();
        var buffer = new byte[128 * 1024];
        while (await stream.ReadAsync(buffer) > 0)
        {
        }
    }

    private static async Task GraphUploadAsync(Uri address, long length)
    {
        using var client = Graph(address);
        var session = await client.Drives["d"].Root.ItemWithPath($"transfer/{length}").CreateUploadSession.PostAsync(
            new Microsoft.Graph.Drives.Item.Items.Item.CreateUploadSession.CreateUploadSessionPostRequestBody
            {
                Item = new DriveItemUploadableProperties(),
            });
        await new LargeFileUploadTask<Microsoft.Graph.Models.DriveItem>(
            session, new ZeroStream(length), FragmentSize, client.RequestAdapter).UploadAsync();
    }

    private static async Task GraphDownloadAsync(Uri address, long length)
    {
        using var client = Graph(address);
        await using var stream = await client.Drives["d"].Root.ItemWithPath($"transfer/{length}").Content.GetAsync();
        await stream!.CopyToAsync(Stream.Null);
    }

    private static GraphServiceClient Graph(Uri address) => new(new AnonymousAuthenticationProvider(), $"{address}v1.0");
}
