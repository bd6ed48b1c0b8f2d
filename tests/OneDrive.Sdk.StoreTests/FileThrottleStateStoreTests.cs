using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.StoreTests;

public sealed class FileThrottleStateStoreTests : ThrottleStateStorePromises, IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    private protected override IThrottleStateStore Open() => new FileThrottleStateStore(_directory["throttle"]);
}
