using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Tests.Authentication.Stores;

namespace OneDrive.Sdk.StoreTests.Sqlite;

public sealed class SqliteTokenStoreTests : TokenStoreTests, IDisposable
{
    private readonly SqliteFile _file = new();
    private ITokenStore? _store;

    private protected override ITokenStore Store => _store ??= new EntityFrameworkTokenStore(_file.Open(), OpenStores.Keys);

    public void Dispose() => _file.Dispose();
}
