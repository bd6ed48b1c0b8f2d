using System.Diagnostics;
using System.Globalization;

namespace OneDrive.Sdk.TransferCost;

/// <summary>
/// Runs each work in a process of its own, in turns, and compares. Other work on the machine only adds to a figure, so that the least one
/// says most. With <c>--check</c> allocation and memory must keep their limits; CPU is only told, since a busy machine spoils it.
/// </summary>
internal static class Comparison
{
    private const double MebibytesPerGibibyte = 1024;

    private const double MaximumAllocatedMebibytes = 1;
    private const double MaximumMemoryMebibytes = 60;

    internal static async Task<int> RunAsync(string[] args)
    {
        var check = args.Contains("--check");
        var size = Option(args, "--mebibytes", 2048);
        var rounds = Option(args, "--rounds", 5);
        using var service = Start("serve");
        var told = await service.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The service did not start.");
        var (port, certificate) = (told.Split(' ')[0], told.Split(' ')[1]);
        var empty = await MeasureAsync("empty");
        Console.WriteLine($"empty process: {ToMebibytes(empty.PeakBytes):F1} MiB");
        var isGood = true;
        foreach (var work in new[] { "upload", "download" })
        {
            var (library, bare) = (new List<Cost>(), new List<Cost>());
            for (var round = 0; round < rounds; round++)
            {
                bare.Add(await MeasureAsync($"bare-{work}", port, certificate, Text(size)));
                library.Add(await MeasureAsync(work, port, certificate, Text(size)));
            }

            isGood &= Report(work, size, empty, library, bare);
        }

        service.StandardInput.Close();
        await service.WaitForExitAsync();
        return isGood || !check ? 0 : 1;
    }

    private static bool Report(string work, int size, Cost empty, List<Cost> library, List<Cost> bare)
    {
        Console.WriteLine($"{work} of {size} MiB, {library.Count} rounds     library   HttpClient      ratio");
        var ratios = library.Zip(bare, (one, other) => one.CpuSeconds / other.CpuSeconds).Order().ToList();
        var (cpu, bareCpu) = (library.Min(cost => cost.CpuSeconds), bare.Min(cost => cost.CpuSeconds));
        var (allocated, bareAllocated) = (PerGibibyte(library, size), PerGibibyte(bare, size));
        var (memory, bareMemory) = (Growth(library, empty), Growth(bare, empty));
        Row("CPU s, least", cpu, bareCpu);
        Row("CPU s, median", Median(library, cost => cost.CpuSeconds), Median(bare, cost => cost.CpuSeconds));
        Row("compiling s, once", library.Min(cost => cost.CompileSeconds), bare.Min(cost => cost.CompileSeconds));
        Row("allocated MiB per GiB", allocated, bareAllocated);
        Row("peak MiB above empty", memory, bareMemory);
        Console.WriteLine($"  CPU ratio of each round      {string.Join(' ', ratios.Select(ratio => $"{ratio:F2}"))}");
        return allocated <= MaximumAllocatedMebibytes && memory <= MaximumMemoryMebibytes;
    }

    private static void Row(string name, double library, double bare) =>
        Console.WriteLine($"  {name,-24} {library,14:F2} {bare,12:F2} {library / bare,10:F2}");

    private static double PerGibibyte(List<Cost> costs, int size) =>
        ToMebibytes(costs.Min(cost => cost.AllocatedBytes)) * MebibytesPerGibibyte / size;

    private static double Growth(List<Cost> costs, Cost empty) => ToMebibytes(costs.Max(cost => cost.PeakBytes) - empty.PeakBytes);

    private static double Median(List<Cost> costs, Func<Cost, double> value) => costs.Select(value).Order().ElementAt(costs.Count / 2);

    private static double ToMebibytes(long bytes) => bytes / (1024.0 * 1024);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Option(string[] args, string name, int value) =>
        Array.IndexOf(args, name) is >= 0 and var index ? int.Parse(args[index + 1], CultureInfo.InvariantCulture) : value;

    private static async Task<Cost> MeasureAsync(params string[] args)
    {
        using var process = Start(args);
        var line = await process.StandardOutput.ReadLineAsync();
        await process.WaitForExitAsync();
        return line is not null && process.ExitCode == 0
            ? Cost.Parse(line)
            : throw new InvalidOperationException($"{string.Join(' ', args)} ended with {process.ExitCode}.");
    }

    private static Process Start(params string[] args)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(Comparison).Assembly.Location);
        foreach (var argument in args)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
