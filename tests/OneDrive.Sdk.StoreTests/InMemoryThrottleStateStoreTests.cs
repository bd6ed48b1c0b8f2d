namespace OneDrive.Sdk.StoreTests;

public sealed class InMemoryThrottleStateStoreTests : ThrottleStateStorePromises
{
    private readonly InMemoryThrottleStateStore _store = new();

    private protected override IThrottleStateStore Open() => _store;
}
