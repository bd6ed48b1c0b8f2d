using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.StoreTests.Sqlite;
using OneDrive.Sdk.Tests.Authentication.Stores;

namespace OneDrive.Sdk.StoreTests;

public sealed class RegistrationTests : IDisposable
{
    private readonly SqliteFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task AddEntityFrameworkStores_KeepsEverythingInTheContextOfTheApplication()
    {
        await using var services = Build<OneDriveDbContext>(options => options.UseSqlite($"Data Source={_file.Path}"));

        Assert.Null(Start(services));
        Assert.IsType<EntityFrameworkUploadSessionStore>(services.GetRequiredService<IOptions<OneDriveOptions>>().Value.UploadSessionStore);
        Assert.IsType<EntityFrameworkAuthorizationSessionStore>(services.GetRequiredKeyedService<IAuthorizationSessionStore>(""));
        Assert.IsType<EntityFrameworkThrottleStateStore>(services.GetRequiredService<IThrottleStateStore>());
        Assert.IsType<EntityFrameworkDeltaCheckpointStore>(services.GetRequiredService<IDeltaCheckpointStore>());
        var tokens = services.GetRequiredKeyedService<ITokenStore>("");
        Assert.True(await tokens.TrySaveAsync(TokenEntries.Create("key"), 0));
        Assert.NotNull(await new EntityFrameworkTokenStore(_file.Open(), OpenStores.Keys).FindAsync("key"));
    }

    [Fact]
    public async Task AddEntityFrameworkStores_SharesTheThrottleStateOfTheClient()
    {
        await using var emulator = await OneDriveEmulator.StartAsync();
        var services = new ServiceCollection();
        services.AddDbContextFactory<OneDriveDbContext>(options => options.UseSqlite($"Data Source={_file.Path}"));
        services.AddOneDrive()
            .AddClientSecret(options =>
            {
                options.TenantId = emulator.TenantId;
                options.ClientId = OneDriveEmulator.DefaultClientId;
                options.ClientSecret = OneDriveEmulator.DefaultClientSecret;
            })
            .UseEmulator(emulator.Endpoint)
            .AddEntityFrameworkStores<OneDriveDbContext>(OpenStores.Keys);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IOneDriveClient>().Drives.GetAsync(
            DriveAddress.User(emulator.DefaultUser.UserPrincipalName));

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await CountThrottleRowsAsync() == 0)
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
    }

    [Fact]
    public async Task AddEntityFrameworkStores_WithAContextWithoutTheTables_FailsAtStart()
    {
        await using var services = Build<EmptyContext>(options => options.UseSqlite($"Data Source={_file.Path}"));

        Assert.Contains("Call modelBuilder.AddOneDrive()", Start(services), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddEntityFrameworkStores_WithAProviderWithoutADialect_FailsAtStart()
    {
        await using var services = Build<OneDriveDbContext>(options => options.UseInMemoryDatabase("none"));

        Assert.Contains(
            "knows PostgreSQL and SQLite, and OneDriveDbContext uses 'Microsoft.EntityFrameworkCore.InMemory'",
            Start(services),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddEntityFrameworkStores_WithTheDialectOfAnotherProvider_FailsAtStart()
    {
        await using var services = Build<OneDriveDbContext>(
            options => options.UseSqlite($"Data Source={_file.Path}"),
            options => options.Dialect = new ManualClockDialect("Other.Provider", TimeProvider.System));

        Assert.Contains("is for 'Other.Provider'", Start(services), StringComparison.Ordinal);
    }

    private async Task<long> CountThrottleRowsAsync()
    {
        await using var context = new OneDriveDbContext(_file.Options);
        return Assert.Single(await context.Database.SqlQueryRaw<long>("SELECT COUNT(*) AS Value FROM onedrive_throttle").ToListAsync());
    }

    private static string? Start(ServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return null;
        }
        catch (OptionsValidationException failure)
        {
            return failure.Message;
        }
    }

    private static ServiceProvider Build<TContext>(
        Action<DbContextOptionsBuilder> database, Action<EntityFrameworkStoreOptions>? configure = null)
        where TContext : DbContext
    {
        var services = new ServiceCollection();
        services.AddDbContext<TContext>(database);
        services.AddOneDrive()
            .AddTokenProvider(new DelegateTokenProvider((_, _) => default))
            .AddEntityFrameworkStores<TContext>(OpenStores.Keys, configure);
        return services.BuildServiceProvider();
    }

    private sealed class EmptyContext(DbContextOptions<EmptyContext> options) : DbContext(options);
}
