namespace OneDrive.Sdk.StoreTests.Sqlite;

public sealed class SqliteThrottleStateStoreTests : ThrottleStateStorePromises, IDisposable
{
    private readonly SqliteFile _file = new();

    public void Dispose() => _file.Dispose();

    private protected override IThrottleStateStore Open() => new EntityFrameworkThrottleStateStore(_file.Open());
}
