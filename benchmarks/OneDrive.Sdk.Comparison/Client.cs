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
            await WarmAsync(() => transfer(amount));
            await PrintAsync(() => transfer(amount), isWhole: false);
            return;
        }

        await PrintAsync(() => transfer(amount), isWhole: true);
    }

    /// <summary>Repeats the work until the runtime compiles next to nothing for it.</summary>
    private static async Task WarmAsync(Func<Task> work)
    {
        long compiled;
        var time = 0;
        do
        {
            compiled = JitInfo.GetCompiledMethodCount();
            await work();
        }
        while (++time < 3 || (time < 8 && JitInfo.GetCompiledMethodCount() - compiled > 4));
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

    /// <summary>
    /// A list: the items, the CPU time in ms, the allocated bytes, the collections of generation 2, the retained bytes and the compiled
    /// methods.
    /// </summary>
    internal static async Task RunAsync(string peer, string work, Uri address, int items)
    {
        var (name, isRetained, isWarm) = (
            work.Split('+')[0], work.EndsWith("+keep", StringComparison.Ordinal), work.EndsWith("+warm", StringComparison.Ordinal));
        var pages = Math.Max(1, items / PageServer.ItemsPerPage);
        List<object>? kept = isRetained ? [] : null;
        if (isWarm)
            await WarmAsync(() => ListAsync(peer, name, address, pages, null));
        var before = isRetained ? GC.GetTotalMemory(forceFullCollection: true) : 0;
        var (cpu, allocated, generation2) = isWarm
            ? (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(), GC.CollectionCount(2))
            : default;
        var count = await ListAsync(peer, name, address, pages, kept);
        cpu = Environment.CpuUsage.TotalTime - cpu;
        allocated = GC.GetTotalAllocatedBytes() - allocated;
        generation2 = GC.CollectionCount(2) - generation2;
        var retained = isRetained ? GC.GetTotalMemory(forceFullCollection: true) - before : 0;
        GC.KeepAlive(kept);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} {cpu.TotalMilliseconds:0} {allocated} {generation2} {retained} {JitInfo.GetCompiledMethodCount()}"));
    }

    private static Task<int> ListAsync(string peer, string work, Uri address, int pages, List<object>? kept) => peer switch
    {
        "bare" => BarePeer.ListAsync(address, work, pages, kept),
        "graph" => GraphPeer.ListAsync(address, work, pages, kept),
        _ => SdkPeer.ListAsync(address, work, pages, kept),
    };
}
