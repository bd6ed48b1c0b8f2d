using Microsoft.EntityFrameworkCore.Infrastructure;
using OneDrive.Sdk.Tests.Transfers.Stores;

namespace OneDrive.Sdk.StoreTests;

public sealed class PostgresUploadSessionStoreTests : UploadSessionStoreTests
{
    private readonly string _database = Servers.CreateDatabase();
    private IUploadSessionStore? _store;

    private protected override TimeSpan LeaseTime => TimeSpan.FromSeconds(15);

    private protected override IUploadSessionStore Store => _store ??= new EntityFrameworkUploadSessionStore(
        EntityFrameworkDatabase.Create(
            new PooledDbContextFactory<OneDriveDbContext>(StorePlace.Postgres(_database)),
            new ManualClockDialect("Npgsql.EntityFrameworkCore.PostgreSQL", Clock)),
        OpenStores.Keys);
}
