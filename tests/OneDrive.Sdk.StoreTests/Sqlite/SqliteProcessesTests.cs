namespace OneDrive.Sdk.StoreTests.Sqlite;

public sealed class SqliteProcessesTests : ManyProcessesTests, IDisposable
{
    private readonly SqliteFile _file = new();

    private protected override string Place => $"sqlite:{_file.Path}";

    public void Dispose() => _file.Dispose();
}
