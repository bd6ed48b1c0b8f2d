using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Tests.Authentication.Stores;

namespace OneDrive.Sdk.StoreTests;

public sealed class PostgresTokenStoreTests : TokenStoreTests
{
    private protected override ITokenStore Store { get; } = StorePlace.Open($"postgres:{Servers.CreateDatabase()}").Tokens;
}
