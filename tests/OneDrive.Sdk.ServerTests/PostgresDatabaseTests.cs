using Microsoft.EntityFrameworkCore;

namespace OneDrive.Sdk.StoreTests;

public sealed class PostgresDatabaseTests : DatabaseTests
{
    private protected override string ProviderName => "Npgsql.EntityFrameworkCore.PostgreSQL";

    private protected override DbContextOptions<OneDriveDbContext> Options { get; } = StorePlace.Postgres(Servers.CreateDatabase());
}
