using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Fleet.Data;
using OneDrive.Sdk.Fleet.Hosting;
using OneDrive.Sdk.Fleet.Planning;
using OneDrive.Sdk.Fleet.Reports;
using OneDrive.Sdk.Fleet.Work;

namespace OneDrive.Sdk.Fleet;

/// <summary>What the commands do.</summary>
internal static class Commands
{
    private static readonly TimeSpan WatchInterval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan EndInterval = TimeSpan.FromSeconds(1);

    internal static async Task<int> PlanAsync(
        FleetSettings settings, string source, string drive, string folder, bool replaces, int batchFiles,
        CancellationToken cancellationToken)
    {
        if (batchFiles < 1)
            throw new FleetException("--batch-files must be at least 1.");
        await using var services = await OpenAsync(settings, cancellationToken);
        var planner = new Planner(services.GetRequiredService<FleetDatabase>(), services.GetRequiredService<BatchQueue>(), batchFiles);
        var summary = await planner.PlanAsync(source, drive, folder, replaces, cancellationToken);
        var batches = StatusText.Count(summary.Batches, "batch", "batches");
        Console.WriteLine(
            $"Copy {summary.CopyId}: {summary.Files} files ({StatusText.Bytes(summary.Bytes)}) in {batches} are new in the queue.");
        if (summary.Failed > 0)
            Console.WriteLine($"{summary.Failed} of them cannot be transferred: fleet status --failures");
        return 0;
    }

    internal static async Task<int> WorkAsync(
        FleetSettings settings, WorkerOptions options, bool untilDone, int? dashboard, CancellationToken cancellationToken)
    {
        if (options.ParallelBatches < 1 || options.ParallelFiles < 1)
            throw new FleetException("--batches and --files must be at least 1.");
        using var host = FleetHost.Create(settings, options, dashboard);
        await FleetServices.PrepareAsync(host.Services, cancellationToken);
        await host.StartAsync(cancellationToken);
        Console.WriteLine($"worker {Environment.MachineName}/{Environment.ProcessId} started");
        try
        {
            if (untilDone)
                await UntilDoneAsync(host.Services, cancellationToken);
            else
                await host.WaitForShutdownAsync(cancellationToken);
        }
        finally
        {
            // Running batches are given back, so that others take them at once.
            await host.StopAsync(CancellationToken.None);
        }

        return 0;
    }

    internal static async Task<int> StatusAsync(
        FleetSettings settings, bool watch, bool json, bool failures, CancellationToken cancellationToken)
    {
        await using var services = await OpenAsync(settings, cancellationToken);
        while (true)
        {
            var status = await services.GetRequiredService<StatusQuery>().ReadAsync(cancellationToken);
            Console.Write(json ? StatusText.WriteJson(status) + Environment.NewLine : StatusText.Write(status));
            if (failures)
                await WriteFailuresAsync(services.GetRequiredService<FleetDatabase>(), cancellationToken);
            if (!watch || status.IsEnded)
                return 0;
            await Task.Delay(WatchInterval, TimeProvider.System, cancellationToken);
        }
    }

    internal static async Task<int> RetryAsync(FleetSettings settings, string? cause, CancellationToken cancellationToken)
    {
        await using var services = await OpenAsync(settings, cancellationToken);
        var (files, jobs) = await services.GetRequiredService<Retry>().RunAsync(cause, cancellationToken);
        Console.WriteLine($"{files} files wait again; {jobs} jobs are in the queue again.");
        return 0;
    }

    internal static async Task<int> VerifyAsync(FleetSettings settings, CancellationToken cancellationToken)
    {
        await using var services = await OpenAsync(settings, cancellationToken);
        return Report(await services.GetRequiredService<VerifyRun>().RunAsync(cancellationToken));
    }

    internal static async Task<int> DashboardAsync(FleetSettings settings, int port, CancellationToken cancellationToken)
    {
        using var host = FleetHost.Create(settings, workers: null, port);
        await FleetServices.PrepareAsync(host.Services, cancellationToken);
        await host.StartAsync(cancellationToken);
        Console.WriteLine($"dashboard at http://127.0.0.1:{port}/");
        await host.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    internal static async Task<int> SignInAsync(FleetSettings settings, CancellationToken cancellationToken)
    {
        if (settings.ClientSecret is not null || FleetSettings.CertificatePath is not null)
            throw new FleetException("The application signs in by itself. Remove its secret and its certificate to sign a user in.");
        await using var services = await OpenAsync(settings, cancellationToken);
        var signIn = await services.GetRequiredService<DeviceCodeFlow>().SignInAsync(
            FleetServices.UserKey,
            (prompt, _) =>
            {
                Console.WriteLine(prompt.Message);
                return ValueTask.CompletedTask;
            },
            cancellationToken);
        Console.WriteLine($"Signed in: {signIn.Account?.UserName ?? "a user"}. All workers use this sign-in.");
        return 0;
    }

    internal static async Task UntilDoneAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var query = services.GetRequiredService<FleetDatabase>();
        while (await query.RunAsync(db => db.Batches.AnyAsync(batch => !batch.IsEnded, cancellationToken), cancellationToken))
            await Task.Delay(EndInterval, TimeProvider.System, cancellationToken);
    }

    internal static int Report(VerifyResult result)
    {
        foreach (var problem in result.Problems.Order(StringComparer.Ordinal))
            Console.WriteLine(problem);
        Console.WriteLine(
            $"{result.Same} are the same, {result.Problems.Count} differ, {result.NotEnded} wait, {result.Failed} failed; "
            + $"{result.Others} other files are on the drive.");
        return result.IsComplete ? 0 : 1;
    }

    private static async Task<ServiceProvider> OpenAsync(FleetSettings settings, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection().AddFleet(settings).BuildServiceProvider();
        await FleetServices.PrepareAsync(services, cancellationToken);
        return services;
    }

    private static async Task WriteFailuresAsync(FleetDatabase database, CancellationToken cancellationToken)
    {
        var failed = await database.RunAsync(
            db => db.Files.AsNoTracking()
                .Where(file => file.State == FileState.Failed)
                .OrderBy(file => file.Id)
                .ToListAsync(cancellationToken),
            cancellationToken);
        foreach (var file in failed)
            Console.WriteLine($"  {file.Path}: {file.Cause}: {file.Message}");
    }
}
