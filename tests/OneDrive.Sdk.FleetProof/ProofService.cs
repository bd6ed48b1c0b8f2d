using System.Security.Cryptography;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.Fleet.Hosting;
using OneDrive.Sdk.Fleet.Planning;
using OneDrive.Sdk.Fleet.Reports;

namespace OneDrive.Sdk.FleetProof;

/// <summary>The emulator, a database of its own on the PostgreSQL of run.sh, and the state of the fleet in it.</summary>
internal sealed class ProofService : IAsyncDisposable
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly ServiceProvider _services;

    private ProofService(OneDriveEmulator emulator, string database)
    {
        (Emulator, Database) = (emulator, database);
        _services = new ServiceCollection()
            .AddFleet(new FleetSettings { Database = database, Service = emulator.Endpoint, Key = _key })
            .BuildServiceProvider();
    }

    internal OneDriveEmulator Emulator { get; }

    internal Uri Endpoint => Emulator.Endpoint;

    internal EmulatorDrive Drive => Emulator.DefaultUser.Drive;

    internal string Database { get; }

    internal string Key => Convert.ToBase64String(_key);

    internal static async Task<ProofService> StartAsync(Action<EmulatorOptions>? configure, CancellationToken cancellationToken)
    {
        var name = $"fleet_{Guid.NewGuid():N}";
        var database = new NpgsqlConnectionStringBuilder(Read("SERVERTESTS_POSTGRES")) { Database = name }.ConnectionString;
        var emulator = await OneDriveEmulator.StartAsync(configure, cancellationToken);
        return new ProofService(emulator, database);
    }

    /// <summary>Restarts PostgreSQL as after a crash: connections break in the middle of their work.</summary>
    internal static async Task RestartPostgresAsync(CancellationToken cancellationToken)
    {
        using var process = System.Diagnostics.Process.Start(
            Path.Combine(Read("SERVERTESTS_SCRIPTS"), "restart-postgres"), ["immediate"]);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
            throw new IOException($"PostgreSQL did not restart: exit code {process.ExitCode}.");
    }

    internal Task<FleetStatus> ReadStatusAsync(CancellationToken cancellationToken) =>
        _services.GetRequiredService<StatusQuery>().ReadAsync(cancellationToken);

    /// <summary>The number of jobs that Hangfire has done.</summary>
    internal long SucceededJobs => _services.GetRequiredService<JobStorage>().GetMonitoringApi().GetStatistics().Succeeded;

    internal Task EnqueueAsync(long batchId, int copyId, CancellationToken cancellationToken) =>
        _services.GetRequiredService<BatchQueue>().EnqueueAsync(batchId, copyId, cancellationToken);

    /// <summary>Reads one value with a query of its own.</summary>
    internal async Task<T?> QueryAsync<T>(string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(Database + ";Pooling=false");
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellationToken) is T value ? value : default;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await Emulator.DisposeAsync();
    }

    private static string Read(string variable) => Environment.GetEnvironmentVariable(variable)
        ?? throw new InvalidOperationException($"{variable} is not set. Start the program with run.sh.");
}
