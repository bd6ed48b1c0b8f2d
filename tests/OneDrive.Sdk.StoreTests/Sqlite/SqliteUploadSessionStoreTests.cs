using OneDrive.Sdk.Tests.Transfers.Stores;

namespace OneDrive.Sdk.StoreTests.Sqlite;

public sealed class SqliteUploadSessionStoreTests : UploadSessionStoreTests, IDisposable
{
    private readonly SqliteFile _file = new();
    private IUploadSessionStore? _store;

    private protected override TimeSpan LeaseTime => TimeSpan.FromSeconds(15);

    private protected override IUploadSessionStore Store => _store ??= new EntityFrameworkUploadSessionStore(
        _file.Open(new ManualClockDialect("Microsoft.EntityFrameworkCore.Sqlite", Clock)), OpenStores.Keys);

    public void Dispose() => _file.Dispose();
}
