using System.Diagnostics;
using System.Globalization;
using OneDrive.Sdk.Throttling.Models;

namespace OneDrive.Sdk.Throttling.Real;

/// <summary>Four processes that share one bucket with debt, and what they know through a directory.</summary>
internal static class Processes
{
    private const int Count = 4;
    private const int Workers = 16;

    /// <summary>Runs the service and its clients; prints one line that a test reads.</summary>
    internal static async Task<int> RunAsync(double seconds, bool hasStore)
    {
        var entry = ModelCatalog.All.Single(entry => entry.Name == "c");
        var model = entry.Create();
        await using var service = await RealService.StartAsync(model, ScaledTime.Factor);
        var directory = Path.Combine(Path.GetTempPath(), "throttling-" + Guid.NewGuid().ToString("N"));
        var children = Enumerable.Range(0, Count).Select(_ => StartChild(service.Address, hasStore ? directory : "-")).ToList();
        try
        {
            foreach (var child in children)
                await child.StandardOutput.ReadLineAsync();
            service.Restart();
            var end = TimeSpan.FromSeconds(seconds / ScaledTime.Factor);
            foreach (var child in children)
                await child.StandardInput.WriteLineAsync(end.TotalSeconds.ToString(CultureInfo.InvariantCulture));
            var results = new List<(double Units, int Failed)>();
            foreach (var child in children)
            {
                var parts = (await child.StandardOutput.ReadLineAsync())!.Split(' ');
                results.Add((double.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture)));
            }

            var served = service.Served;
            var ratio = served.Where(one => one.At <= seconds).Sum(one => one.Cost) / model.Perfect(seconds);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"processes: ratio {ratio:0.000} rejections {1000.0 * service.Rejections / served.Count:0.0} "
                + $"failed {results.Sum(one => one.Failed)} "
                + $"least {results.Min(one => one.Units) / results.Average(one => one.Units):0.00}"));
            return 0;
        }
        finally
        {
            foreach (var child in children)
            {
                if (!child.HasExited)
                    child.Kill();
                child.Dispose();
            }

            if (Directory.Exists(directory))
                Directory.Delete(directory, recursive: true);
        }
    }

    /// <summary>One of the clients: waits for the start on its input, and prints what it got.</summary>
    internal static async Task<int> WorkAsync(Uri service, string directory)
    {
        var clock = new ScaledTime(ScaledTime.Factor);
        var store = directory == "-" ? null : new FileThrottleStateStore(directory, new SystemScaledTime());
        using var client = new RealClient(service, ModelCatalog.All[0] with { UnitsPerMinute = null }, clock, store);
        Console.WriteLine("ready");
        using var end = new CancellationTokenSource();
        end.CancelAfter(TimeSpan.FromSeconds(double.Parse(Console.ReadLine()!, CultureInfo.InvariantCulture)));
        var units = 0;
        var failed = 0;
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(async worker =>
        {
            for (var count = worker; !end.IsCancellationRequested; count++)
            {
                try
                {
                    await (count % 2 == 0 ? client.UploadAsync(end.Token) : client.GetAsync(end.Token));
                    Interlocked.Add(ref units, count % 2 == 0 ? 2 : 1);
                }
                catch (OperationCanceledException)
                {
                    return;
                }
                catch (Exception exception) when (exception is HttpRequestException or OneDriveException)
                {
                    Interlocked.Increment(ref failed);
                }
            }
        }));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{units} {failed}"));
        return 0;
    }

    private static Process StartChild(Uri service, string directory)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(Processes).Assembly.Location);
        foreach (var argument in new[] { "--worker", service.ToString(), directory })
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    /// <summary>A fast clock that is the same in all processes.</summary>
    private sealed class SystemScaledTime : TimeProvider
    {
        private static readonly DateTimeOffset Origin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Origin + ((System.GetUtcNow() - Origin) * ScaledTime.Factor);
    }
}
