using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.StoreTests.Sqlite;

/// <summary>A database in a file of a test's own.</summary>
internal sealed class SqliteFile : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    internal SqliteFile()
    {
        using var context = new OneDriveDbContext(Options);
        context.Database.EnsureCreated();
        context.Database.ExecuteSqlRaw("PRAGMA journal_mode=WAL");
    }

    internal string Path => _directory["stores.db"];

    internal DbContextOptions<OneDriveDbContext> Options => StorePlace.Sqlite(Path);

    internal EntityFrameworkDatabase Open(EntityFrameworkDialect? dialect = null, TimeProvider? timeProvider = null) =>
        EntityFrameworkDatabase.Create(new PooledDbContextFactory<OneDriveDbContext>(Options), dialect, timeProvider);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _directory.Dispose();
    }
}
