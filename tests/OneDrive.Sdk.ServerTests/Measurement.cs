using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Tests.Authentication.Stores;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.StoreTests;

/// <summary>Rows a second and bytes a row on PostgreSQL with the schema as it is: the figures of docs/many-machines.md.</summary>
internal static class Measurement
{
    private const int Workers = 8;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    internal static async Task<int> RunAsync()
    {
        var connection = Servers.CreateDatabase();
        var stores = StorePlace.Open($"postgres:{connection}");
        var database = EntityFrameworkDatabase.Create(
            new PooledDbContextFactory<OneDriveDbContext>(StorePlace.Postgres(connection)));
        var sessions = new EntityFrameworkAuthorizationSessionStore(database, OpenStores.Keys);
        var throttle = new EntityFrameworkThrottleStateStore(database);

        var known = await MeasureAsync(
            "new sign-ins", number => stores.Tokens.TrySaveAsync(TokenEntries.Create($"new-{number}", 1, Token), 0));
        await MeasureAsync("sign-ins read", number => stores.Tokens.FindAsync($"new-{1 + (number % known)}"));
        await MeasureAsync("refreshes (lock, read, save, release)", async number =>
        {
            var key = $"new-{1 + (number % known)}";
            await using (await ((ITokenRefreshLock)stores.Tokens).LockAsync(key))
            {
                var version = (await stores.Tokens.FindAsync(key))!.Version;
                await stores.Tokens.TrySaveAsync(TokenEntries.Create(key, version + 1, Token), version);
            }
        });
        await MeasureAsync("new uploads", number => stores.Uploads.TrySaveAsync(Records.Create($"new-{number}"), 0));
        await MeasureAsync("uploads (lease, 3 saves, remove, release)", async number =>
        {
            var key = $"upload-{number}";
            await stores.Uploads.TryAcquireAsync(key, "owner", Minute);
            for (var version = 0; version < 3; version++)
                await stores.Uploads.TrySaveAsync(Records.Create(key, version + 1), version);
            await stores.Uploads.RemoveAsync(key);
            await stores.Uploads.TryAcquireAsync(key, "owner", TimeSpan.Zero);
        });
        await MeasureAsync("sessions (save, take)", async number =>
        {
            await sessions.SaveAsync(Session($"state-{number}"));
            await sessions.TakeAsync($"state-{number}");
        });
        await MeasureAsync(
            "throttle updates of 8 principals", number => throttle.UpdateAsync($"key{number % Workers}", (state, _) => state));
        await PrintSizesAsync(connection);
        return 0;
    }

    private static string Token { get; } = new('x', 1400);

    private static AuthorizationSession Session(string state) => new()
    {
        State = state,
        Nonce = "nonce-of-32-characters-0123456789",
        CodeVerifier = new string('v', 64),
        Key = "adele",
        RedirectUri = "https://app.example/callback",
        Issuer = "https://login.example/tenant/v2.0",
        Scopes = ["Files.ReadWrite", "offline_access", "openid"],
        Expires = TimeProvider.System.GetUtcNow().AddMinutes(10),
    };

    private static async Task<int> MeasureAsync(string name, Func<int, Task> work)
    {
        var next = 0;
        await work(Interlocked.Increment(ref next));
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(began) < Time)
                await work(Interlocked.Increment(ref next));
        })));
        var rate = next / Stopwatch.GetElapsedTime(began).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {rate:0}/s"));
        return next;
    }

    private static async Task PrintSizesAsync(string connection)
    {
        await using var server = new NpgsqlConnection(connection);
        await server.OpenAsync();
        foreach (var table in new[] { "onedrive_sign_ins", "onedrive_uploads" })
        {
            await using var vacuum = new NpgsqlCommand($"VACUUM FULL {table}", server);
            await vacuum.ExecuteNonQueryAsync();
            await using var command = new NpgsqlCommand($"SELECT pg_total_relation_size('{table}') / COUNT(*) FROM {table}", server);
            var size = (long)(await command.ExecuteScalarAsync())!;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{table}: {size} bytes a row with its index"));
        }
    }
}
