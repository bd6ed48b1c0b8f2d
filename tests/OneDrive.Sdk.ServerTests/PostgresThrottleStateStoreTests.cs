namespace OneDrive.Sdk.StoreTests;

public sealed class PostgresThrottleStateStoreTests : ThrottleStateStorePromises
{
    private readonly string _place = $"postgres:{Servers.CreateDatabase()}";

    private protected override IThrottleStateStore Open() => StorePlace.OpenThrottle(_place);
}
