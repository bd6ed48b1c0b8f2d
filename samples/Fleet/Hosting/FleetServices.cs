using Hangfire;
using Hangfire.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Fleet.Data;
using OneDrive.Sdk.Fleet.Planning;
using OneDrive.Sdk.Fleet.Reports;
using OneDrive.Sdk.Fleet.Work;

namespace OneDrive.Sdk.Fleet.Hosting;

/// <summary>What every command needs: the database, the queue, and a client whose state is in the same database.</summary>
internal static class FleetServices
{
    internal const string UserKey = "fleet";

    internal static IServiceCollection AddFleet(this IServiceCollection services, FleetSettings settings)
    {
        services.AddLogging(logging => logging
            .AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat) = (true, "HH:mm:ss "))
            .SetMinimumLevel(LogLevel.Warning)
            .AddFilter("OneDrive.Sdk.Fleet", LogLevel.Information)
            .AddFilter("Hangfire", LogLevel.Error)
            .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None));
        services.AddSingleton(settings).AddSingleton(TimeProvider.System);
        services.AddDbContextFactory<FleetDb>(options => _ = settings.Database is { } postgres
            ? options.UseNpgsql(ConnectionString(postgres))
            : options.UseSqlite($"Data Source={settings.File}"));
        services.AddSingleton<FleetDatabase>().AddSingleton<BatchLeases>();
        services.AddSingleton<BatchQueue>().AddSingleton<StatusQuery>().AddSingleton<Retry>();
        services.AddSingleton(provider => new FileTransferFactory(
            provider.GetRequiredService<IOneDriveClient>(), new OneDriveTransferOptions().SingleRequestLimit));
        services.AddSingleton(provider => new VerifyRun(
            provider.GetRequiredService<FleetDatabase>(), provider.GetRequiredService<IOneDriveClient>()));
        services.AddHangfire(configuration =>
        {
            configuration.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
            if (settings.Database is { } postgres)
                configuration.UsePostgreSqlStorage(options => options.UseNpgsqlConnection(ConnectionString(postgres)), StorageOptions());
            else
                configuration.UseInMemoryStorage();
        });
        AddClient(services, settings);
        return services;
    }

    /// <summary>Adds the workers.</summary>
    internal static IServiceCollection AddWorkers(this IServiceCollection services, WorkerOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(provider => new BatchJob(
            provider.GetRequiredService<FleetDatabase>(),
            provider.GetRequiredService<BatchLeases>(),
            provider.GetRequiredService<FileTransferFactory>(),
            options,
            provider.GetRequiredService<ILogger<BatchJob>>()));
        services.AddHangfireServer(server =>
        {
            server.WorkerCount = options.ParallelBatches;
            server.Queues = [BatchQueue.Continued, BatchQueue.Planned];
            server.SchedulePollingInterval = TimeSpan.FromSeconds(1);
            server.CancellationCheckInterval = TimeSpan.FromSeconds(1);
            server.HeartbeatInterval = TimeSpan.FromSeconds(5);
            server.ServerTimeout = TimeSpan.FromSeconds(30);
            server.ServerCheckInterval = TimeSpan.FromSeconds(10);
            server.ShutdownTimeout = TimeSpan.FromSeconds(15);
        });
        services.AddHostedService<LostBatches>();
        return services;
    }

    /// <summary>Creates the tables, and checks that the key is the one of the other workers.</summary>
    internal static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var database = services.GetRequiredService<FleetDatabase>();
        await database.PrepareAsync(() => services.GetRequiredService<JobStorage>(), cancellationToken);
        var fingerprint = FleetKey.Fingerprint(services.GetRequiredService<FleetSettings>().Key);
        var shared = await database.RunAsync(
            async db =>
            {
                if (await db.Settings.AsNoTracking().SingleOrDefaultAsync(one => one.Name == "key", cancellationToken) is { } there)
                    return there.Value;
                db.Settings.Add(new SettingRow { Name = "key", Value = fingerprint });
                try
                {
                    await db.SaveChangesAsync(cancellationToken);
                    return fingerprint;
                }
                catch (DbUpdateException failure) when (!FleetDatabase.IsTransient(failure))
                {
                    // Another process was first.
                    return (await db.Settings.AsNoTracking().SingleAsync(one => one.Name == "key", cancellationToken)).Value;
                }
            },
            cancellationToken);
        if (shared != fingerprint)
        {
            throw new FleetException(
                $"This key is not the one that the fleet of this database uses. Set {FleetKey.Variable} to the same value on every "
                + "machine.");
        }
    }

    private static void AddClient(IServiceCollection services, FleetSettings settings)
    {
        var builder = services
            .AddOneDrive(options =>
            {
                options.Cloud = settings.Cloud;
                options.ApplicationName = "OneDriveFleet";
            })
            .AddEntityFrameworkStores<FleetDb>(new TokenEncryptionKeys("fleet", settings.Key));
        if (FleetSettings.CertificatePath is { } certificate)
        {
            builder.AddClientCertificate(options =>
            {
                (options.TenantId, options.ClientId) = (settings.TenantId, settings.ClientId);
                var isPem = string.Equals(Path.GetExtension(certificate), ".pem", StringComparison.OrdinalIgnoreCase);
                (options.PfxPath, options.PemPath) = (isPem ? null : certificate, isPem ? certificate : null);
                options.Password = FleetSettings.CertificatePassword;
            });
        }
        else if (settings.ClientSecret is { } secret)
        {
            builder.AddClientSecret(options =>
                (options.TenantId, options.ClientId, options.ClientSecret) = (settings.TenantId, settings.ClientId, secret));
        }
        else
        {
            builder.AddDeviceCode(options =>
                (options.TenantId, options.ClientId, options.UserKey) = (settings.TenantId, settings.ClientId, UserKey));
        }
    }

    // Several workers of a machine share the server with Hangfire, which holds a connection for each of its threads.
    private static string ConnectionString(string postgres)
    {
        var builder = new NpgsqlConnectionStringBuilder(postgres) { ApplicationName = "onedrive-fleet" };
        if (!builder.ContainsKey("Maximum Pool Size"))
            builder.MaxPoolSize = 30;
        return builder.ConnectionString;
    }

    private static PostgreSqlStorageOptions StorageOptions() => new()
    {
        QueuePollInterval = TimeSpan.FromSeconds(1),
        EnableLongPolling = true,
        // A job that is longer than the timeout would be started again while it runs otherwise.
        UseSlidingInvisibilityTimeout = true,
        InvisibilityTimeout = TimeSpan.FromSeconds(10),
        // A lock of a killed worker stops its job for this time.
        DistributedLockTimeout = TimeSpan.FromSeconds(20),
    };
}
