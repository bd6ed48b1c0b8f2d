using BenchmarkDotNet.Attributes;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Benchmarks;

/// <summary>What one call costs besides the network: the whole handler chain around a canned answer, against the bare transport.</summary>
[MemoryDiagnoser]
public class HandlerChainBenchmarks : IDisposable
{
    private readonly GraphCall<DriveItem> _call = ItemCalls.Get(DriveAddress.Me.Path("/Reports/figures.xlsx"));
    private HttpMessageInvoker _bare = null!;
    private GraphTransport _graph = null!;

    [GlobalSetup]
    public void Setup()
    {
        var transport = new CannedTransport(ItemPage.Item(1));
        _bare = new HttpMessageInvoker(transport);
        var tokens = new CannedTokens();
        _graph = ClientPipeline.Create(new OneDriveOptions(), transport, tokens).Connect(tokens);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _bare.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true)]
    public async Task<int> TransportAlone()
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get, new Uri("https://graph.microsoft.com/v1.0/me/drive/root:/Reports/figures.xlsx"));
        using var response = await _bare.SendAsync(request, CancellationToken.None);
        return (await response.Content.ReadAsByteArrayAsync()).Length;
    }

    [Benchmark]
    public async Task<DriveItem> WholeChain() => await _graph.SendAsync(_call, CancellationToken.None);
}
