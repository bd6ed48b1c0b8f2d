using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace OneDrive.Sdk.Fleet.Data;

/// <summary>
/// The database of the fleet: PostgreSQL, or SQLite for one process. A server that restarts or a lost connection is tried again for a
/// minute, so work that is passed to <see cref="RunAsync{T}"/> must have the same effect when it runs twice.
/// </summary>
internal sealed class FleetDatabase(IDbContextFactory<FleetDb> contexts, TimeProvider time)
{
    private const string SchemaLock = "SELECT pg_advisory_lock(4702138)";
    private const string SchemaUnlock = "SELECT pg_advisory_unlock(4702138)";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(3);

    internal TimeProvider Time => time;

    /// <summary>The time of the database in milliseconds, as an expression.</summary>
    internal static string Now(FleetDb db) => db.Database.IsNpgsql()
        ? "(extract(epoch from clock_timestamp())*1000)::bigint"
        : "CAST(unixepoch('subsec')*1000 AS INTEGER)";

    /// <summary>Reads the time of the database in milliseconds.</summary>
    internal static async Task<long> ReadTimeAsync(FleetDb db, CancellationToken cancellationToken) =>
        (await db.Database.SqlQueryRaw<long>($"SELECT {Now(db)} AS \"Value\"").ToListAsync(cancellationToken))[0];

    internal async Task<T> RunAsync<T>(Func<FleetDb, Task<T>> work, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var pause = TimeSpan.FromMilliseconds(100);
        while (true)
        {
            try
            {
                await using var db = await contexts.CreateDbContextAsync(cancellationToken);
                return await work(db);
            }
            catch (Exception failure) when (
                IsTransient(failure) && time.GetElapsedTime(began) < Patience && !cancellationToken.IsCancellationRequested)
            {
                await Task.Delay(pause, time, cancellationToken);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    internal Task RunAsync(Func<FleetDb, Task> work, CancellationToken cancellationToken) => RunAsync(
        async db =>
        {
            await work(db);
            return true;
        },
        cancellationToken);

    /// <summary>Creates the database and the tables if they do not exist; several processes may do this at the same time.</summary>
    internal Task PrepareAsync(Action createJobTables, CancellationToken cancellationToken) => RunAsync(
        async db =>
        {
            var creator = db.GetService<IRelationalDatabaseCreator>();
            if (!db.Database.IsNpgsql())
            {
                await creator.EnsureCreatedAsync(cancellationToken);
                await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
                createJobTables();
                return;
            }

            if (!await creator.ExistsAsync(cancellationToken))
                await TryCreateAsync(creator, cancellationToken);
            await db.Database.OpenConnectionAsync(cancellationToken);
            await db.Database.ExecuteSqlRawAsync(SchemaLock, cancellationToken);
            try
            {
                var tables = await db.Database
                    .SqlQueryRaw<int>("SELECT COUNT(*)::int AS \"Value\" FROM pg_tables WHERE tablename = 'fleet_files'")
                    .ToListAsync(cancellationToken);
                if (tables[0] == 0)
                    await creator.CreateTablesAsync(cancellationToken);
                createJobTables();
            }
            finally
            {
                await db.Database.ExecuteSqlRawAsync(SchemaUnlock, CancellationToken.None);
            }
        },
        cancellationToken);

    /// <summary>Whether a failure is one of the database, which passes.</summary>
    internal static bool IsTransient(Exception failure)
    {
        // 08: connection, 40: rolled back in favor of another, 57P0x: the server is going down or coming up.
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is DbException { IsTransient: true }
                or DbException { SqlState: ['0', '8', ..] or ['4', '0', ..] or ['5', '7', 'P', ..] })
                return true;
        }

        return false;
    }

    // Another process may have created it a moment ago.
    private static async Task TryCreateAsync(IRelationalDatabaseCreator creator, CancellationToken cancellationToken)
    {
        try
        {
            await creator.CreateAsync(cancellationToken);
        }
        catch (DbException)
        {
            if (!await creator.ExistsAsync(cancellationToken))
                throw;
        }
    }
}
