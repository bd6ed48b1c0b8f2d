using System.Net;
using System.Net.Http.Headers;
using System.Runtime;
using System.Text;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.ProgramTests.Cost;

/// <summary>Measures itself, and prints one number per line.</summary>
internal static class CostProgram
{
    // Code that is not optimized yet allocates more: the least of many rounds is what a running program allocates.
    private const int Rounds = 400;
    private const int Times = 100;
    private const string Address = "https://graph.microsoft.com/v1.0/me/drive/root:/a.txt";

    internal static Task<int> RunAsync(string[] args) => args switch
    {
        ["start", var service] => StartAsync(new Uri(service)),
        ["chain"] => ChainAsync(),
        _ => Task.FromResult(2),
    };

    /// <summary>The methods that were compiled by the constructor, and in all when the first item is there.</summary>
    private static async Task<int> StartAsync(Uri service)
    {
        var tokens = new Tokens();
        var before = JitInfo.GetCompiledMethodCount();
        using var client = new OneDriveClient(tokens, new OneDriveOptions { Cloud = OneDriveCloud.Custom(service, service) });
        var created = JitInfo.GetCompiledMethodCount() - before;
        await client.Items.GetAsync(DriveAddress.Me.Root);
        Console.WriteLine(created);
        Console.WriteLine(JitInfo.GetCompiledMethodCount());
        return 0;
    }

    /// <summary>The bytes that a request allocates beside the transport: of an item, and of a response that is handed on.</summary>
    private static async Task<int> ChainAsync()
    {
        using var transport = new CannedTransport();
        using var bare = new HttpMessageInvoker(transport);
        using var client = new OneDriveClient(new Tokens(), transport: transport);
        var (file, address) = (DriveAddress.Me.Path("/a.txt"), new Uri(Address));

        var least = await MeasureAsync(() => SendAsync(request => bare.SendAsync(request, default), address));
        Console.WriteLine(await MeasureAsync(() => client.Items.GetAsync(file)) - least);
        Console.WriteLine(await MeasureAsync(() => SendAsync(request => client.SendAsync(request), address)) - least);
        return 0;
    }

    private static async Task<byte[]> SendAsync(Func<HttpRequestMessage, Task<HttpResponseMessage>> send, Uri address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "token");
        using var response = await send(request);
        return await response.Content.ReadAsByteArrayAsync();
    }

    private static async Task<long> MeasureAsync<T>(Func<Task<T>> work)
    {
        var least = long.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var time = 0; time < Times; time++)
                await work();
            least = Math.Min(least, (GC.GetAllocatedBytesForCurrentThread() - before) / Times);
        }

        return least;
    }

    private sealed class Tokens : IAccessTokenProvider
    {
        private readonly AccessToken _token = new("token", DateTimeOffset.MaxValue);

        public ValueTask<AccessToken> GetTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken) => new(_token);
    }

    private sealed class CannedTransport : HttpMessageHandler
    {
        private static readonly MediaTypeHeaderValue Json = new("application/json");

        private readonly byte[] _body = Encoding.UTF8.GetBytes("""{"id":"1","name":"a.txt","size":5,"file":{"mimeType":"text/plain"}}""");

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                RequestMessage = request,
                Content = new ByteArrayContent(_body) { Headers = { ContentType = Json } },
            });
    }
}
