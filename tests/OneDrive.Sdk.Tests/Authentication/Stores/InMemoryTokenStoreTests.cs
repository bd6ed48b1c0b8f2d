using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.Tests.Authentication.Stores;

public sealed class InMemoryTokenStoreTests : TokenStoreTests
{
    private protected override ITokenStore Store { get; } = new InMemoryTokenStore();
}
