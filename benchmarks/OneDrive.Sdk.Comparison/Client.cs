using System.Diagnostics;
using System.Globalization;
using System.Runtime;

namespace OneDrive.Sdk.Comparison;

/// <summary>One measurement: reads all pages, and prints what that took.</summary>
internal static class Client
{
    /// <summary>A transfer: the CPU time in ms, the seconds, the allocated bytes and the compiled methods.</summary>
    internal static async Task RunAsync(string work, Func<long, Task> transfer, long amount)
    {
        if (work.EndsWith("+warm", StringComparison.Ordinal))
        {
            for (var time = 0; time < 3; time++)
                await transfer(amount);
            await PrintAsync(() => transfer(amount), isWhole: false);
            return;
        }

        await PrintAsync(() => transfer(amount), isWhole: true);
    }

    private static async Task PrintAsync(Func<Task> transfer, bool isWhole)
    {
        var (cpu, allocated, began) = isWhole
            ? (TimeSpan.Zero, 0L, Stopwatch.GetTimestamp())
            : (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(), Stopwatch.GetTimestamp());
        await transfer();
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds:0} {seconds:0.000} {GC.GetTotalAllocatedBytes() - allocated}"
            + $" {JitInfo.GetCompiledMethodCount()}"));
    }

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
