using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.StoreTests;

public sealed class FileProcessesTests : ManyProcessesTests, IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private protected override string Place => $"file:{_directory.Path}";

    public void Dispose() => _directory.Dispose();
}
