namespace OneDrive.Sdk.StoreTests;

public sealed class RedisThrottleStateStoreTests : ThrottleStateStorePromises
{
    private protected override IThrottleStateStore Open() => StorePlace.OpenThrottle($"redis:{Servers.Redis}");
}
