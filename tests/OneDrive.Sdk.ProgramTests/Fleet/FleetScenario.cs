using System.Security.Cryptography;
using Hangfire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.Fleet.Data;
using OneDrive.Sdk.Fleet.Hosting;
using OneDrive.Sdk.Fleet.Planning;
using OneDrive.Sdk.Fleet.Reports;
using OneDrive.Sdk.Fleet.Work;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.ProgramTests.Fleet;

/// <summary>A source folder, an emulator, and the parts of the fleet on SQLite: a test runs the jobs of the queue itself.</summary>
internal sealed class FleetScenario : IAsyncDisposable
{
    internal const string Drive = "/users/adele@contoso.example";

    private readonly TemporaryDirectory _folder = new();
    private readonly ServiceProvider _services;

    private FleetScenario(OneDriveEmulator emulator)
    {
        Emulator = emulator;
        Directory.CreateDirectory(Source);
        _services = new ServiceCollection()
            .AddFleet(new FleetSettings
            {
                File = _folder["fleet.db"],
                Service = emulator.Endpoint,
                Key = RandomNumberGenerator.GetBytes(32),
            })
            .BuildServiceProvider();
    }

    internal OneDriveEmulator Emulator { get; }

    internal string Source => _folder["source"];

    internal FleetDatabase Database => _services.GetRequiredService<FleetDatabase>();

    internal BatchLeases Leases => _services.GetRequiredService<BatchLeases>();

    internal LostBatches LostBatches => new(
        Database, _services.GetRequiredService<BatchQueue>(), _services.GetRequiredService<JobStorage>(), NullLogger<LostBatches>.Instance);

    internal IReadOnlyList<string> Uploaded => [.. Emulator.DefaultUser.Drive.ListItems().Select(item => item.Path)];

    internal static async Task<FleetScenario> StartAsync()
    {
        var scenario = new FleetScenario(await OneDriveEmulator.StartAsync());
        await FleetServices.PrepareAsync(scenario._services, CancellationToken.None);
        return scenario;
    }

    internal FleetScenario WithFile(string path, byte[] content)
    {
        var file = Path.Combine(Source, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
        return this;
    }

    internal Task<PlanSummary> PlanAsync(int filesPerBatch = 100, bool replaces = false) =>
        new Planner(Database, _services.GetRequiredService<BatchQueue>(), filesPerBatch).PlanAsync(Source, Drive, "/", replaces, default);

    /// <summary>Runs the job of a batch, as Hangfire would.</summary>
    internal Task<string> RunAsync(long batchId = 1) => new BatchJob(
        Database,
        Leases,
        _services.GetRequiredService<FileTransferFactory>(),
        new WorkerOptions(1, 4),
        NullLogger<BatchJob>.Instance).RunAsync(batchId, 1, CancellationToken.None);

    internal Task<(int Files, int Jobs)> RetryAsync() => _services.GetRequiredService<Retry>().RunAsync(null, CancellationToken.None);

    internal Task<VerifyResult> VerifyAsync() => _services.GetRequiredService<VerifyRun>().RunAsync(CancellationToken.None);

    internal Task<FleetStatus> StatusAsync() => _services.GetRequiredService<StatusQuery>().ReadAsync(CancellationToken.None);

    internal Task<List<FileRow>> FilesAsync() =>
        Database.RunAsync(db => db.Files.AsNoTracking().OrderBy(file => file.Folder).ThenBy(file => file.Name).ToListAsync(), default);

    internal Task<BatchRow> BatchAsync() => Database.RunAsync(db => db.Batches.AsNoTracking().SingleAsync(), default);

    internal Task ChangeBatchAsync(Action<BatchRow> change) => Database.RunAsync(
        async db =>
        {
            change(await db.Batches.SingleAsync());
            await db.SaveChangesAsync();
        },
        default);

    /// <summary>The number of jobs that wait in the queue.</summary>
    internal long Enqueued => _services.GetRequiredService<JobStorage>().GetMonitoringApi().EnqueuedCount("default");

    /// <summary>The number of batches that wait ahead of the planned ones, since their worker was lost.</summary>
    internal long Continued => _services.GetRequiredService<JobStorage>().GetMonitoringApi().EnqueuedCount(BatchQueue.Continued);

    internal void ForgetJobs()
    {
        var storage = _services.GetRequiredService<JobStorage>();
        foreach (var job in storage.GetMonitoringApi().EnqueuedJobs("default", 0, 100))
            _services.GetRequiredService<IBackgroundJobClient>().Delete(job.Key);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Emulator.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
