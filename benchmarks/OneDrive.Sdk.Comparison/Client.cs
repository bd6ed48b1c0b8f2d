using System.Diagnostics;
using System.Globalization;
using System.Runtime;

namespace OneDrive.Sdk.Comparison;

/// <summary>One measurement: reads all pages, and prints what that took.</summary>
internal static class Client
{
    internal static async Task RunAsync(string peer, string work, Uri address, int items)
    {
        var isRetained = work.EndsWith("+keep", StringComparison.Ordinal);
        work = work.Replace("+keep", "", StringComparison.Ordinal);
        var pages = Math.Max(1, items / PageServer.ItemsPerPage);
        List<object>? kept = isRetained ? [] : null;
        var before = isRetained ? GC.GetTotalMemory(forceFullCollection: true) : 0;
        var count = peer switch
        {
            "bare" => await BarePeer.ListAsync(address, work, pages, kept),
            "graph" => await GraphPeer.ListAsync(address, work, pages, kept),
            _ => await SdkPeer.ListAsync(address, work, pages, kept),
        };
        var allocated = GC.GetTotalAllocatedBytes();
        var generation2 = GC.CollectionCount(2);
        var retained = isRetained ? GC.GetTotalMemory(forceFullCollection: true) - before : 0;
        GC.KeepAlive(kept);
        using var process = Process.GetCurrentProcess();
        var milliseconds = process.TotalProcessorTime.TotalMilliseconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} {milliseconds:0} {allocated} {generation2} {retained} {JitInfo.GetCompiledMethodCount()}"));
    }
}
