using System.Net.Http.Headers;
using System.Net.Security;
using System.Runtime;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.TransferCost;

/// <summary>The same bytes over the same connection, with the library and with nothing but an HTTP client.</summary>
internal static class Work
{
    private const int FragmentSize = 10 * 1024 * 1024;
    private const long WarmUp = 512L << 20;
    private const int MinimumWarmUps = 3;
    private const int MaximumWarmUps = 8;
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(5);

    internal static async Task<int> RunAsync(string name, Uri service, string certificateHash, long length)
    {
        using var transport = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString() == certificateHash,
            },
        };
        using var http = new HttpClient(transport) { Timeout = Timeout.InfiniteTimeSpan };
        var options = new OneDriveOptions { Cloud = OneDriveCloud.Custom(service, service) };
        options.Transfers.ParallelRanges = 1;
        using var client = new OneDriveClient(new Tokens(), options, transport);
        Func<long, Task> work = name switch
        {
            "upload" => bytes => client.Content.UploadAsync(DriveAddress.Me.Path($"/{bytes}"), new ZeroStream(bytes)),
            "download" => bytes => client.Content.DownloadAsync(DriveAddress.Me.Path($"/{bytes}"), Stream.Null),
            "bare-upload" => bytes => UploadAsync(http, new Uri(service, "upload"), new ZeroStream(bytes)),
            "bare-download" => bytes => DownloadAsync(http, new Uri(service, $"bytes?length={bytes}")),
            _ => throw new ArgumentException($"There is no work '{name}'.", nameof(name)),
        };

        await WarmUpAsync(work);
        var start = Cost.Now;
        await work(length);
        return Cost.Since(start).Print();
    }

    // The runtime compiles what it runs often, and then again: that is over when it falls silent.
    private static async Task WarmUpAsync(Func<long, Task> work)
    {
        for (var times = 1; times <= MaximumWarmUps; times++)
        {
            var before = JitInfo.GetCompilationTime();
            await work(WarmUp);
            if (times >= MinimumWarmUps && JitInfo.GetCompilationTime() - before < Quiet)
                break;
        }
    }

    private static async Task UploadAsync(HttpClient http, Uri address, Stream content)
    {
        var buffer = new byte[FragmentSize];
        for (long start = 0; start < content.Length; start += FragmentSize)
        {
            var count = await content.ReadAtLeastAsync(buffer, FragmentSize, throwOnEndOfStream: false);
            using var body = new ByteArrayContent(buffer, 0, count);
            body.Headers.ContentRange = new ContentRangeHeaderValue(start, start + count - 1, content.Length);
            using var response = await http.PutAsync(address, body);
            response.EnsureSuccessStatusCode();
            await response.Content.ReadAsByteArrayAsync();
        }
    }

    private static async Task DownloadAsync(HttpClient http, Uri address)
    {
        using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using var stream = await response.Content.ReadAsStreamAsync();
        var buffer = new byte[128 * 1024];
        while (await stream.ReadAsync(buffer) > 0)
        {
        }
    }

    private sealed class Tokens : IAccessTokenProvider
    {
        public ValueTask<AccessToken> GetTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken) =>
            new(new AccessToken("token", DateTimeOffset.MaxValue));
    }
}
