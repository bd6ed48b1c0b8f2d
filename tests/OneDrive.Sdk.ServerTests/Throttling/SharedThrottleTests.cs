using System.Globalization;
using OneDrive.Sdk.Throttling.Models;
using OneDrive.Sdk.Throttling.Real;
using Xunit.Abstractions;

namespace OneDrive.Sdk.StoreTests.Throttling;

/// <summary>Four processes share a service that charges refused requests, and what they know of it through a real server.</summary>
public sealed class SharedThrottleTests(ITestOutputHelper output)
{
    private const int Processes = 4;

    /// <summary>Of the service's clock, which runs 15 times as fast.</summary>
    private const double Seconds = 360;

    [Fact]
    public Task UpdateAsync_OnPostgreSql_SharesTheServiceFairly() => RunAsync($"postgres:{Servers.CreateDatabase()}");

    [Fact]
    public Task UpdateAsync_OnRedis_SharesTheServiceFairly() => RunAsync($"redis:{Servers.Redis}");

    private async Task RunAsync(string place)
    {
        var model = ModelCatalog.All.Single(entry => entry.Name == "c").Create();
        await using var service = await RealService.StartAsync(model, ScaledTime.Factor);
        var workers = Enumerable.Range(0, Processes).Select(_ => Worker.Start("throttle", place, service.Address)).ToList();
        foreach (var worker in workers)
            Assert.Equal("ready", await worker.Output.ReadLineAsync());

        service.Restart();
        foreach (var worker in workers)
            await worker.Input.WriteLineAsync((Seconds / ScaledTime.Factor).ToString(CultureInfo.InvariantCulture));
        var results = (await Task.WhenAll(workers.Select(worker => worker.EndAsync())))
            .Select(lines => lines[^1].Split(' ').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToList())
            .ToList();

        var ratio = service.Served.Where(one => one.At <= Seconds).Sum(one => one.Cost) / model.Perfect(Seconds);
        var rejections = 1000.0 * service.Rejections / service.Served.Count;
        var least = results.Min(result => result[0]) / results.Average(result => result[0]);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"ratio {ratio:0.000}, rejections {rejections:0.0}, failed {results.Sum(result => result[1])}, least {least:0.00}"));
        Assert.Equal(0, results.Sum(result => result[1]));
        Assert.True(ratio >= 0.85, $"ratio {ratio:0.000}");
        Assert.True(least >= 0.5, $"least {least:0.00}");
        workers.ForEach(worker => worker.Dispose());
    }
}
