using Microsoft.EntityFrameworkCore;

namespace OneDrive.Sdk.StoreTests.Sqlite;

public sealed class SqliteDatabaseTests : DatabaseTests, IDisposable
{
    private readonly SqliteFile _file = new();

    private protected override string ProviderName => "Microsoft.EntityFrameworkCore.Sqlite";

    private protected override DbContextOptions<OneDriveDbContext> Options => _file.Options;

    public void Dispose() => _file.Dispose();
}
