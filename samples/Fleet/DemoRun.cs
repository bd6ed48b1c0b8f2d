using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.Fleet.Data;
using OneDrive.Sdk.Fleet.Hosting;
using OneDrive.Sdk.Fleet.Planning;
using OneDrive.Sdk.Fleet.Reports;
using OneDrive.Sdk.Fleet.Work;

namespace OneDrive.Sdk.Fleet;

/// <summary>Everything in one process: an emulator with quirks and limits, a plan, workers, and the comparison at the end.</summary>
internal static class DemoRun
{
    /// <summary>With the large file and the empty folder 500 entries.</summary>
    private const int GeneratedFiles = 498;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    internal static async Task<int> RunAsync(
        string? source, string? database, WorkerOptions workers, int? dashboard, bool stay, CancellationToken cancellationToken)
    {
        var temporary = Directory.CreateTempSubdirectory("fleet-");
        try
        {
            await using var emulator = await OneDriveEmulator.StartAsync(cancellationToken: cancellationToken);
            emulator.Quirks.Enable(
                EmulatorQuirk.AcknowledgementsAreLost, EmulatorQuirk.FreshSessionsAreNotFound, EmulatorQuirk.ItemsAreLocked,
                EmulatorQuirk.GoodTokensExpire);
            emulator.Limits = new ServiceLimits { Application = new ServiceLimit(1000, TimeSpan.FromSeconds(10)) };
            var settings = new FleetSettings
            {
                Database = database,
                File = Path.Combine(temporary.FullName, "fleet.db"),
                Service = emulator.Endpoint,
                Key = FleetKey.LoadFile(temporary.FullName),
            };
            Console.WriteLine($"An emulator with quirks, which allows 100 resource units a second, at {emulator.Endpoint}");
            using var host = FleetHost.Create(settings, workers, dashboard);
            await FleetServices.PrepareAsync(host.Services, cancellationToken);
            await PlanAsync(host.Services, source ?? DemoFiles.Create(temporary, GeneratedFiles), cancellationToken);
            await host.StartAsync(cancellationToken);
            if (dashboard is not null)
                Console.WriteLine($"The dashboard is at http://127.0.0.1:{dashboard}/");
            try
            {
                await WatchAsync(host.Services, cancellationToken);
                var code = Commands.Report(await host.Services.GetRequiredService<VerifyRun>().RunAsync(cancellationToken));
                if (stay)
                    await host.WaitForShutdownAsync(cancellationToken);
                return code;
            }
            finally
            {
                await host.StopAsync(CancellationToken.None);
            }
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private static async Task PlanAsync(IServiceProvider services, string source, CancellationToken cancellationToken)
    {
        var planner = new Planner(
            services.GetRequiredService<FleetDatabase>(), services.GetRequiredService<BatchQueue>(), filesPerBatch: 50);
        var summary = await planner.PlanAsync(source, "/users/adele@contoso.example", "/Fleet", replaces: false, cancellationToken);
        Console.WriteLine($"Planned {summary.Files} files ({StatusText.Bytes(summary.Bytes)}) in {summary.Batches} batches.");
    }

    private static async Task WatchAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var query = services.GetRequiredService<StatusQuery>();
        while (true)
        {
            var status = await query.ReadAsync(cancellationToken);
            Console.WriteLine();
            Console.Write(StatusText.Write(status));
            if (status.IsEnded)
                return;
            await Task.Delay(Interval, TimeProvider.System, cancellationToken);
        }
    }
}
