using System.Diagnostics;
using System.Globalization;
using System.Runtime;

namespace OneDrive.Sdk.TransferCost;

/// <summary>
/// What a piece of work took of this process; the peak of its memory and the time that went into compiling are those of its whole life.
/// </summary>
internal sealed record Cost(double CpuSeconds, long AllocatedBytes, long PeakBytes, double CompileSeconds)
{
    internal static Cost Now => new(
        Environment.CpuUsage.TotalTime.TotalSeconds,
        GC.GetTotalAllocatedBytes(precise: true),
        Peak(),
        JitInfo.GetCompilationTime().TotalSeconds);

    internal static Cost Since(Cost start)
    {
        var now = Now;
        return new(now.CpuSeconds - start.CpuSeconds, now.AllocatedBytes - start.AllocatedBytes, now.PeakBytes, now.CompileSeconds);
    }

    internal static Cost Parse(string line)
    {
        var parts = line.Split(' ');
        return new(
            double.Parse(parts[0], CultureInfo.InvariantCulture),
            long.Parse(parts[1], CultureInfo.InvariantCulture),
            long.Parse(parts[2], CultureInfo.InvariantCulture),
            double.Parse(parts[3], CultureInfo.InvariantCulture));
    }

    /// <summary>Tells the parent process.</summary>
    internal int Print()
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{CpuSeconds:F4} {AllocatedBytes} {PeakBytes} {CompileSeconds:F4}"));
        return 0;
    }

    private static long Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
