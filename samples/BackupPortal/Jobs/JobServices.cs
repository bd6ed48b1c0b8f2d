using Hangfire;
using Hangfire.PostgreSql;

namespace BackupPortal.Jobs;

/// <summary>
/// Hangfire. With SQLite its queue lies in memory: jobs and runs stand in the portal's own tables. With PostgreSQL it has its own
/// storage, whose defaults are changed where they do not fit long jobs.
/// </summary>
public static class JobServices
{
    public static IServiceCollection AddPortalJobs(this IServiceCollection services, string? postgreSql)
    {
        services.AddHangfire(configuration =>
        {
            configuration.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
            if (postgreSql is null)
                configuration.UseInMemoryStorage();
            else
                configuration.UsePostgreSqlStorage(options => options.UseNpgsqlConnection(postgreSql), StorageOptions());
        });
        services.AddSingleton<RunningJobs>().AddSingleton<BackupRun>().AddSingleton<RestoreRun>();
        services.AddSingleton<JobRunner>().AddSingleton<RunRequests>();
        services.AddHostedService<JobStartup>();
        services.AddHangfireServer(options =>
        {
            options.WorkerCount = 2;
            options.SchedulePollingInterval = TimeSpan.FromSeconds(1);
            options.CancellationCheckInterval = TimeSpan.FromSeconds(1);
        });
        return services;
    }

    private static PostgreSqlStorageOptions StorageOptions() => new()
    {
        QueuePollInterval = TimeSpan.FromSeconds(1),
        // Without it a job that is longer than the timeout would be started again while it runs.
        UseSlidingInvisibilityTimeout = true,
        InvisibilityTimeout = TimeSpan.FromSeconds(10),
        DistributedLockTimeout = TimeSpan.FromSeconds(20),
    };
}
